package dev.waystation.platform.structure.broken.model;

import java.sql.Connection;
import org.springframework.stereotype.Component;

/** Fixture: a model that knows Spring and SQL. */
@Component
public class KnowsTheDatabase {

    public boolean open(Connection connection) {
        return connection != null;
    }
}
