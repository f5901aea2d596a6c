package dev.frostbyte.core.document;

import dev.frostbyte.api.model.CanonicalDocument;
import dev.frostbyte.api.model.CodePoints;
import dev.frostbyte.api.model.Link;
import dev.frostbyte.api.model.Span;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Links that a whole element is: Docling knows no others. Only addresses of the web and of mail are
 * told; what runs or opens something on the reader's machine is not. Stateless.
 */
final class DoclingLinks {
  private static final Set<String> SCHEMES = Set.of("http", "https", "mailto");

  private DoclingLinks() {}

  static Map<Span, String> of(CanonicalDocument document) {
    CodePoints hidden = CodePoints.of(document.hidden().value());
    Map<Span, String> links = new HashMap<>();
    for (Link link : document.links()) {
      String target = hidden.slice(link.target().start(), link.target().end());
      if (isHarmless(target)) {
        links.putIfAbsent(link.span(), target);
      }
    }
    return links;
  }

  private static boolean isHarmless(String target) {
    try {
      String scheme = new URI(target).getScheme();
      return scheme != null && SCHEMES.contains(scheme.toLowerCase(Locale.ROOT));
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
