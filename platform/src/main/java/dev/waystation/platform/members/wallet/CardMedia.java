package dev.waystation.platform.members.wallet;

import java.util.Optional;

/** Stored-value cards by what is printed on them. */
public interface CardMedia {

    /** The medium as it is kept, if there is such a card. */
    Optional<String> known(String typed);
}
