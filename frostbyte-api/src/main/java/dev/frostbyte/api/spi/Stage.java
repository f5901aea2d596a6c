package dev.frostbyte.api.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names a provider. Read from the class before any of its code runs. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Stage {
  /** The SPI version this API carries. */
  int SPI = 1;

  /**
   * Name within its kind of stage, {@code [a-z][a-z0-9-]{0,31}}; two providers of one name are a
   * build problem.
   */
  String name();

  /** The SPI version the provider was written for; must equal {@link #SPI}. */
  int spi();

  /**
   * The provider's own version; enters the fingerprint, so raise it whenever its results change.
   */
  String version() default "1";
}
