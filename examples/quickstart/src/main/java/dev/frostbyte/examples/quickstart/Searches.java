package dev.frostbyte.examples.quickstart;

import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.core.Passage;
import dev.frostbyte.core.Query;
import dev.frostbyte.core.RetrievalProof;
import dev.frostbyte.core.TenantSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Searches and checks the proof of the best hit. One thread. */
final class Searches {
  private static final int SHOWN = 300;

  private final Folders folders;
  private final Narration narration;

  Searches(Folders folders, Narration narration) {
    this.folders = folders;
    this.narration = narration;
  }

  /** Searches; the best hit must come from this file. */
  void find(TenantSession session, String query, String file) throws IOException {
    narration.line("");
    narration.line(session.tenant() + " asks: " + query);
    RetrievalProof proof = session.search(Query.of(query));
    if (proof.passages().isEmpty()) {
      narration.promise(false, "something is found");
      return;
    }
    Passage best = proof.passages().getFirst();
    show(best);
    Path source = folders.documents().resolve(file);
    narration.promise(source.endsWith(best.fileName().value()), "the best hit is in " + source.getFileName());
    narration.promise(ContentHash.of(Files.readAllBytes(source)).equals(best.source()), "it names the SHA-256 of that very file");
    narration.promise(hash(best.text()).equals(best.slice()), "its text has the hash the proof names");
    narration.promise(proven(session, best), "its publication is in the signed log: inclusion proof handed out");
  }

  private void show(Passage passage) {
    String page = passage.span().page() == 0 ? "" : ", page " + passage.span().page();
    narration.line("  " + passage.fileName().value() + page + ", characters " + passage.span().start() + " to " + passage.span().end());
    narration.line("  under: " + passage.headings().stream().map(UntrustedText::value).collect(Collectors.joining(" > ")));
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
