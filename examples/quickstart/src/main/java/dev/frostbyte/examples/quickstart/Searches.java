package dev.frostbyte.examples.quickstart;

import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.core.Passage;
import dev.frostbyte.core.Query;
import dev.frostbyte.core.TenantSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Searches and checks the proof of the best hit. One thread. */
final class Searches {
  private static final int FIRST = 3;
  private static final int SHOWN = 300;

  private final Folders folders;
  private final Narration narration;

  Searches(Folders folders, Narration narration) {
    this.folders = folders;
    this.narration = narration;
  }

  /** Searches; one of the first hits must come from this file and hold this fact. */
  void find(TenantSession session, String query, String file, String fact) throws IOException {
    narration.line("");
    narration.line(session.tenant() + " asks: " + query);
    List<Passage> first = session.search(Query.of(query).topK(FIRST)).passages();
    Optional<Passage> hit =
        first.stream().filter(passage -> passage.text().value().contains(fact)).findFirst();
    narration.promise(hit.isPresent(), "one of the first " + FIRST + " hits says: " + fact);
    if (hit.isPresent()) {
      show(hit.get());
      check(session, hit.get(), folders.documents().resolve(file));
    }
  }

  private void check(TenantSession session, Passage hit, Path source) throws IOException {
    narration.promise(source.endsWith(hit.fileName().value()), "it is in " + source.getFileName());
    narration.promise(
        ContentHash.of(Files.readAllBytes(source)).equals(hit.source()),
        "the proof names the SHA-256 of that very file");
    narration.promise(
        hash(hit.text()).equals(hit.slice()), "the text has the hash that the proof names");
    narration.promise(
        proven(session, hit), "its publication is in the signed log: inclusion proof handed out");
  }

  private void show(Passage passage) {
    String page = passage.span().page() == 0 ? "" : ", page " + passage.span().page();
    narration.line(
        "  "
            + passage.fileName().value()
            + page
            + ", characters "
            + passage.span().start()
            + " to "
            + passage.span().end());
    if (!passage.headings().isEmpty()) {
      narration.line(
          "  under: "
              + passage.headings().stream()
                  .map(UntrustedText::value)
                  .collect(Collectors.joining(" > ")));
    }
    narration.line("  \"" + excerpt(passage.text().value()) + "\"");
  }

  private static boolean proven(TenantSession session, Passage passage) {
    String proof = session.prove(passage.published());
    return proof.contains(passage.published().origin());
  }

  private static ContentHash hash(UntrustedText text) {
    return ContentHash.of(text.value().getBytes(StandardCharsets.UTF_8));
  }

  private static String excerpt(String text) {
    String flat = text.replaceAll("\\s+", " ").strip();
    return flat.length() <= SHOWN ? flat : flat.substring(0, SHOWN).stripTrailing() + " [...]";
  }
}
