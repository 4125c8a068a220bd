package dev.waystation.platform.foundation.sheets;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** A table that is written row by row; what was written is not held. */
public interface TableOut extends Closeable {

    void row(List<String> cells) throws IOException;
}
