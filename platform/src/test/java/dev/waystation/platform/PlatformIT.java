package dev.waystation.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ActiveProfiles;

/**
 * A test on the whole platform with one embedded PostgreSQL per JVM and a clock that stands still
 * at 2026-11-16 09:00 in Shanghai until a test moves it. All such tests share one context and one
 * database: use fresh ids, and set no properties of your own.
 */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = Platform.class)
@AutoConfigureMockMvc
@ActiveProfiles("test")
public @interface PlatformIT {}
