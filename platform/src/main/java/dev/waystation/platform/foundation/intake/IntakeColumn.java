package dev.waystation.platform.foundation.intake;

import dev.waystation.platform.foundation.edge.Said;
import java.util.List;

/**
 * A column of a file that means something.
 *
 * @param heading as exports write it
 * @param synonyms other headings people use; compared without spaces, case and punctuation
 * @param needed whether a file without it says nothing
 * @param example a cell of the template
 */
public record IntakeColumn(
        String key,
        Said heading,
        List<String> synonyms,
        boolean needed,
        Said hint,
        String example) {

    public IntakeColumn {
        synonyms = List.copyOf(synonyms);
    }
}
