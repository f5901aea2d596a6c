package dev.frostbyte.parsers.mail;

import dev.frostbyte.parsers.internal.Prose;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Headers that no mail program shows: properties, and whatever else is written in words. */
final class UnseenHeaders {
  private static final List<String> PROPERTIES =
      List.of("reply-to", "bcc", "keywords", "comments", "thread-topic", "organization");
  private static final Set<String> SHOWN = Set.of("from", "to", "cc", "date", "subject");

  /** Written by programs on the way. */
  private static final Pattern TECHNICAL =
      Pattern.compile(
          "received.*|return-path|.*dkim.*|arc-.*|.*authentication.*|message-id|references"
              + "|in-reply-to|mime-version|content-.*|list-.*|user-agent|x-mailer|.*spam.*|.*virus.*"
              + "|x-ms-.*|x-forefront.*|x-microsoft.*|x-google.*|x-gm-.*|x-received.*|thread-index"
              + "|delivered-to|sender|envelope-to|.*-date|.*spf.*|precedence|importance|priority");

  private UnseenHeaders() {}

  static List<String> of(Part mail) {
    List<String> texts = new ArrayList<>();
    for (String property : PROPERTIES) {
      texts.add(mail.header(property));
    }
    texts.removeIf(String::isBlank);
    for (String name : mail.headerNames()) {
      boolean other = !PROPERTIES.contains(name) && !SHOWN.contains(name);
      if (other && !TECHNICAL.matcher(name).matches() && Prose.isIn(mail.header(name))) {
        texts.add(mail.header(name));
      }
    }
    return texts;
  }
}
