package dev.frostbyte.parsers.detect;

import java.util.HashSet;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a text begins with the headers of a mail (RFC 5322). A memo has From, To and Subject too,
 * so a text without the name of a mail needs a header that only machines write.
 */
final class MailHeaders {
  private static final Pattern HEADER = Pattern.compile("([A-Za-z][A-Za-z0-9-]{1,60}):(?:\\s.*)?");
  private static final Set<String> WRITTEN =
      Set.of("from", "to", "cc", "subject", "date", "sender");
  private static final Set<String> BY_MACHINES =
      Set.of(
          "received",
          "return-path",
          "message-id",
          "mime-version",
          "delivered-to",
          "x-mailer",
          "content-transfer-encoding",
          "dkim-signature",
          "content-type",
          "in-reply-to",
          "references");
  private static final Pattern BOX =
      Pattern.compile("(?s)From \\S+ .{0,40}\\d\\d:\\d\\d:\\d\\d.{0,20}\\R[A-Za-z-]+:.*");
  private static final int MOST_LINES = 200;

  private MailHeaders() {}

  /** A mailbox: a mail behind a separator line. */
  static boolean isBox(String text) {
    return BOX.matcher(text).matches();
  }

  static boolean isMail(String text, boolean namedAsMail) {
    Set<String> names = names(text);
    long written = names.stream().filter(WRITTEN::contains).count();
    long machines = names.stream().filter(BY_MACHINES::contains).count();
    return namedAsMail ? written + machines >= 2 : written >= 2 && machines >= 1;
  }

  /** Names of the headers up to the first line that is none. */
  private static Set<String> names(String text) {
    Set<String> names = new HashSet<>();
    Iterator<String> lines = text.lines().limit(MOST_LINES).iterator();
    while (lines.hasNext()) {
      String line = lines.next();
      Matcher header = HEADER.matcher(line);
      boolean folded = !names.isEmpty() && !line.isBlank() && line.charAt(0) <= ' ';
      if (header.matches()) {
        names.add(header.group(1).toLowerCase(Locale.ROOT));
      } else if (!folded) {
        return names;
      }
    }
    return names;
  }
}
