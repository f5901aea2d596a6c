package dev.frostbyte.core.document;

/** Escapes text for HTML. */
public final class Html {
  private Html() {}

  /** Text that cannot leave an element or a quoted attribute. */
  public static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
