package dev.waystation.platform.engagement.messaging.usecase;

import dev.waystation.platform.engagement.links.CountedLinks;
import dev.waystation.platform.engagement.messaging.MailBlock;
import dev.waystation.platform.engagement.messaging.Template;
import dev.waystation.platform.engagement.messaging.model.MailText;
import dev.waystation.platform.foundation.edge.Said;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes a text of blocks: their plain words are its body, their links are counted. */
@Service
public class WriteMail {

    private final CountedLinks links;
    private final String publicUrl;

    WriteMail(
            CountedLinks links,
            @Value("${waystation.public-url:http://localhost:8080}") String publicUrl) {
        this.links = links;
        this.publicUrl = publicUrl;
    }

    /** To be looked at: nothing is written, no link is made. */
    public Template.Draft look(String code, Said title, List<MailBlock> blocks) {
        return new Template.Draft(code, title, MailText.plain(blocks, publicUrl), blocks);
    }

    /** To be published: the links in it count from now on. */
    @Transactional
    public Template.Draft publish(String code, Said title, List<MailBlock> blocks) {
        look(code, title, blocks); // refuses what is wrong before a link is made
        return look(code, title, counted(code, blocks));
    }

    private List<MailBlock> counted(String code, List<MailBlock> blocks) {
        return blocks.stream().map(block -> counted(code, block)).toList();
    }

    private MailBlock counted(String code, MailBlock block) {
        String link = block.link();
        String title = block.text() == null ? code : Objects.requireNonNull(block.text()).zh();
        return block.counted(
                link == null ? null : links.of(code, title, link),
                counted(code, block.left()),
                counted(code, block.right()));
    }
}
