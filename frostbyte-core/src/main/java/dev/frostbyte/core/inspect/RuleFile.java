package dev.frostbyte.core.inspect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the rules that come in the jar. Stateless. */
final class RuleFile {
  private RuleFile() {}

  /** Its lines. */
  static List<String> lines(String name) {
    try (InputStream in = RuleFile.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + name + "; use an unbroken copy");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }

  /** Its lines without empty ones and those that begin with a number sign. */
  static List<String> rules(String name) {
    return lines(name).stream().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
  }
}
