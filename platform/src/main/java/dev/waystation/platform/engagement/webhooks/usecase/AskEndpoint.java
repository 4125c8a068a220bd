package dev.waystation.platform.engagement.webhooks.usecase;

import dev.waystation.platform.engagement.webhooks.Calls;
import dev.waystation.platform.engagement.webhooks.model.Endpoint;
import dev.waystation.platform.engagement.webhooks.store.EndpointStore;
import dev.waystation.platform.engagement.webhooks.store.Post;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Asks an endpoint and reads from the status what its silence or answer means. */
@Service
class AskEndpoint implements Calls {

    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_EARLY = 425;
    private static final int TOO_MANY = 429;
    private static final List<Integer> LATER = List.of(REQUEST_TIMEOUT, TOO_EARLY, TOO_MANY);

    private final EndpointStore endpoints;
    private final Post post;

    AskEndpoint(EndpointStore endpoints, Post post) {
        this.endpoints = endpoints;
        this.post = post;
    }

    @Override
    public List<Address> addresses() {
        return endpoints.all().stream()
                .filter(each -> each.types().contains(TYPE) && each.state().equals("active"))
                .map(each -> new Address(each.id(), each.url()))
                .toList();
    }

    @Override
    public Reply ask(long address, String messageId, String body) {
        Optional<Endpoint> endpoint = endpoints.find(address);
        if (endpoint.isEmpty() || endpoint.get().state().equals("gone")) {
            return new Reply.Refused("nobody is there any more");
        }
        if (!endpoint.get().state().equals("active")) {
            return new Reply.NotNow("paused");
        }
        Post.Heard heard =
                post.ask(endpoint.get().url(), endpoints.secret(address), messageId, body);
        Integer status = heard.status();
        if (status == null || status >= 500 || LATER.contains(status)) {
            return new Reply.NotNow(status == null ? heard.said() : "status " + status);
        }
        return status >= 200 && status < 300
                ? new Reply.Answered(heard.said())
                : new Reply.Refused("status " + status);
    }
}
