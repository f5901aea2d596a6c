package dev.frostbyte.parsers.web;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts the values of custom properties where {@code var()} names them (Custom Properties Level 1,
 * 3). So many names are followed and so many letters written, and no more. One thread.
 */
final class Substitution {
  private static final Pattern VAR =
      Pattern.compile("(?i)(?<![\\w-])var\\(\\s*+(--[^\\s,()]*+)\\s*+");
  private static final int MOST_NAMES = 200;
  private static final int DEEPEST = 50;

  private final CustomProperties properties;
  private final Set<String> open = new HashSet<>();
  private int names;
  private boolean untold;

  private Substitution(CustomProperties properties) {
    this.properties = properties;
  }

  /** A value with the names replaced; empty when it is invalid, UNTOLD when beyond the limits. */
  static Optional<String> in(String value, CustomProperties properties) {
    return new Substitution(properties).told(value);
  }

  /** The value of a property, likewise. */
  static Optional<String> of(String name, CustomProperties properties) {
    Substitution substitution = new Substitution(properties);
    substitution.open.add(name);
    return properties.value(name).flatMap(substitution::told);
  }

  private Optional<String> told(String value) {
    Optional<String> written = written(value);
    return untold ? Optional.of(CustomProperties.UNTOLD) : written;
  }

  private Optional<String> written(String value) {
    untold |= value.equals(CustomProperties.UNTOLD) || value.length() > CustomProperties.LONGEST;
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (!untold) {
      Matcher found = VAR.matcher(value).region(at, value.length());
      if (!found.find()) {
        return Optional.of(out.append(value, at, value.length()).toString());
      }
      int end = closing(value, found.end());
      Optional<String> inner = inner(found.group(1), value.substring(found.end(), end));
      if (inner.isEmpty()) {
        return inner;
      }
      out.append(value, at, found.start()).append(inner.get());
      untold |= out.length() > CustomProperties.LONGEST;
      at = Math.min(value.length(), end + 1);
    }
    return Optional.empty();
  }

  /** What stands for a name: its value, else what stands after the comma. */
  private Optional<String> inner(String name, String rest) {
    names++;
    if (names > MOST_NAMES || open.size() > DEEPEST) {
      untold = true;
      return Optional.empty();
    }
    boolean free = open.add(name);
    Optional<String> value =
        free ? properties.value(name).flatMap(this::written) : Optional.empty();
    if (free) {
      open.remove(name);
    }
    return value.isEmpty() && rest.startsWith(",") ? written(rest.substring(1)) : value;
  }

  /** Where the parenthesis ends that is open at a place. */
  private static int closing(String value, int from) {
    int depth = 1;
    for (int at = from; at < value.length(); at++) {
      char letter = value.charAt(at);
      depth += letter == '(' ? 1 : letter == ')' ? -1 : 0;
      if (depth == 0) {
        return at;
      }
    }
    return value.length();
  }
}
