package dev.frostbyte.api.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says what a {@link ParserProvider} or {@link RemoteParserProvider} reads. Read from the class
 * before any of its code runs.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Parses {
  /**
   * Media types, such as {@code application/pdf}; two parsers of one type are a build problem
   * unless one of them was chosen as the fallback of the other.
   */
  String[] types();

  /**
   * File name extensions that go with the types, in the same order, without the dot: how files of a
   * type that detection does not know are recognised. Empty when detection knows them all.
   */
  String[] extensions() default {};

  /**
   * Whether the parser may run in the host's JVM by default: only for formats that are plain text,
   * and then only for small files; it must run in a parser host as well.
   */
  boolean pureText() default false;

  /**
   * Whether the parser takes the configuration key {@code pageImages}, in dots per inch, and then
   * emits a {@link dev.frostbyte.api.model.Block.PageImage} for each page; without the key it must
   * make none.
   */
  boolean pageImages() default false;

  /**
   * Configuration keys whose values name files that the parser reads, such as one of passwords. A
   * host whose parsers cannot reach such a file gives them a copy, and the key names the copy.
   */
  String[] files() default {};

  /**
   * Whether the parser takes a layout model and a table model in its {@link ModelSlot}s. Without
   * one it must read as if there were no slots.
   */
  boolean pageModels() default false;

  /**
   * Whether a pipeline reads the types only when it names the parser: for formats that are denied
   * unless somebody decides otherwise, such as the binary ones of old office programs.
   */
  boolean onlyByName() default false;
}
