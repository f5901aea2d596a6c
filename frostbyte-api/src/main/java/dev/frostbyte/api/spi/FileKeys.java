package dev.frostbyte.api.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the configuration keys of a {@link LayoutModelProvider} or {@link TableModelProvider} whose
 * values are files that the model reads. A host whose parsers cannot reach such a file gives them a
 * copy, as it does for {@link Parses#files}, and the key names the copy then.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface FileKeys {
  /** The keys. */
  String[] value();
}
