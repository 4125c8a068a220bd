package dev.waystation.platform.engagement.playbook.usecase;

import dev.waystation.platform.engagement.playbook.model.Playbook;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The playbooks as they are written in {@code ready/playbooks.json}. */
@Component
public class PlaybookShelf {

    private static final TypeReference<List<Playbook>> BOOKS = new TypeReference<>() {};

    private final List<Playbook> books;

    PlaybookShelf(JsonMapper json) {
        try (InputStream text = new ClassPathResource("ready/playbooks.json").getInputStream()) {
            books = List.copyOf(json.readValue(text, BOOKS));
        } catch (IOException e) {
            throw new UncheckedIOException("ready/playbooks.json can't be read", e);
        }
    }

    public List<Playbook> all() {
        return books;
    }

    public Optional<Playbook> find(String code) {
        return books.stream().filter(book -> book.code().equals(code)).findFirst();
    }
}
