package dev.frostbyte.parsers.internal;

import java.util.List;

/**
 * An element of MathML (W3C MathML 3), or what another format says in its place. Immutable.
 *
 * @param name of the element, such as {@code mfrac}
 * @param text of an element without parts
 * @param parts elements in it, in order
 */
public record MathTerm(String name, String text, List<MathTerm> parts) {
  /** Copies the list. */
  public MathTerm {
    parts = List.copyOf(parts);
  }

  /** A symbol, a number or words. */
  public static MathTerm of(String text) {
    return new MathTerm("mi", text, List.of());
  }

  /** An element with parts. */
  public static MathTerm of(String name, List<MathTerm> parts) {
    return new MathTerm(name, "", parts);
  }

  /** Never shows the text. */
  @Override
  public String toString() {
    return "MathTerm(" + name + ", " + parts.size() + " parts)";
  }
}
