package dev.waystation.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a test holds the check of one row of the capability register, for example
 * {@code @Capability("S31")}. A row is claimed only where the check column really holds.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
@Repeatable(Capability.Several.class)
public @interface Capability {

    /** Id of the row in the register. */
    String value();

    /** Holder that the compiler needs for repetition. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.METHOD, ElementType.TYPE})
    @interface Several {
        Capability[] value();
    }
}
