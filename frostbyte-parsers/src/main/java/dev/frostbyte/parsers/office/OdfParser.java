package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.HiddenChannel;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ElementSink;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Opens the package of an OpenDocument file (ODF 1.3 part 2) and lets a format read it.
 * Thread-safe, keeps nothing.
 */
final class OdfParser implements DocumentParser {
  private static final String CONTENT = "content.xml";
  private static final String MANIFEST = "meta-inf/manifest.xml";
  private static final Pattern ENCRYPTED = Pattern.compile("<(?:[\\w.-]+:)?encryption-data\\b");
  private static final Set<String> PROPERTIES =
      Set.of(
          "dc:title",
          "dc:subject",
          "dc:description",
          "dc:creator",
          "meta:initial-creator",
          "meta:keyword");

  private final Format format;

  OdfParser(Format format) {
    this.format = format;
  }

  @Override
  public ParseResult parse(
      DocumentSource source, MediaType type, ParseLimits limits, ElementSink sink)
      throws IOException {
    try (Container container = Container.open(source, limits)) {
      requireReadable(container);
      Output out = new Output(sink, limits);
      return new ParseResult.Complete(out.whole(() -> read(container, out)));
    } catch (RefusedException e) {
      return new ParseResult.Refused(e.problem());
    }
  }

  private int read(Container container, Output out) throws IOException {
    OdfContext context = OdfContext.of(container, out);
    properties(container, out);
    active(container, out);
    context.styles().read(container);
    try (XmlPart xml = container.mixedXml(CONTENT)) {
      return format.read(xml, context);
    }
  }

  private static void requireReadable(Container container) throws IOException {
    if (container.has(MANIFEST)) {
      String manifest = new String(container.bytes(MANIFEST), StandardCharsets.UTF_8);
      if (ENCRYPTED.matcher(manifest).find()) {
        throw RefusedException.encrypted();
      }
    }
    if (!container.has(CONTENT)) {
      throw RefusedException.corrupted("The OpenDocument file has no content part.");
    }
  }

  private static void properties(Container container, Output out) throws IOException {
    if (!container.has("meta.xml")) {
      return;
    }
    try (XmlPart xml = container.mixedXml("meta.xml")) {
      for (Node property : xml.tree().child("office:meta").children()) {
        String text = OdfText.plain(property);
        if (PROPERTIES.contains(property.name())) {
          out.hidden(HiddenChannel.METADATA, text);
        } else if (property.is("meta:user-defined") && !text.isEmpty()) {
          out.hidden(HiddenChannel.METADATA, property.attribute("meta:name") + ": " + text);
        }
      }
    }
  }

  /** Macro libraries stand in folders of their own. */
  private static void active(Container container, Output out) throws IOException {
    for (String name : container.names()) {
      boolean basic = name.startsWith("basic/") && !name.matches("(.*/)?script-l[bc]\\.xml");
      boolean script = name.startsWith("scripts/");
      if ((basic || script) && !name.endsWith("/")) {
        out.dropped("macro", "ACTIVE_CONTENT");
      }
    }
  }

  /** Reads what is special to one kind of OpenDocument file. */
  @FunctionalInterface
  interface Format {
    /**
     * Reads the document.
     *
     * @param content its content part, at its start
     * @return slides or sheets; 0 when the format has none
     */
    int read(XmlPart content, OdfContext context) throws IOException;
  }
}
