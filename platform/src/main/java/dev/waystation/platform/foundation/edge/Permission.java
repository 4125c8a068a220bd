package dev.waystation.platform.foundation.edge;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Who may call a handler: any caller that holds one of the permissions. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Permission {

    /** Everybody, signed in or not. */
    String PUBLIC = "public";

    /** Every signed-in member, about themselves. */
    String MEMBER = "member";

    /** Everybody who is signed in as staff. */
    String STAFF = "staff";

    String[] value();
}
