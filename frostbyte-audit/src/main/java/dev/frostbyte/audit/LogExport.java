package dev.frostbyte.audit;

import dev.frostbyte.api.audit.Checkpoint;
import dev.frostbyte.audit.Frame.Kind;
import dev.frostbyte.audit.Journal.End;
import dev.frostbyte.audit.JournalReader.Read;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a log once and writes its export. One thread, used once. */
final class LogExport {
  private final LogReader reader;
  private final SigningKey key;
  private final Attestations attestations;
  private final List<Rendering> renderings;

  LogExport(
      LogReader reader, SigningKey key, Attestations attestations, List<Rendering> renderings) {
    this.reader = reader;
    this.key = key;
    this.attestations = attestations;
    this.renderings = renderings;
  }

  /** Writes everything under a checkpoint into an empty directory. */
  void write(Checkpoint sealed, End end, Path directory) throws IOException {
    ExportFiles files = ExportFiles.into(directory);
    try (TreeExport tree = TreeExport.into(files, sealed, attestations);
        Rendered rendered = Rendered.begin(files, renderings)) {
      reader.frames(0, end, read -> take(read, tree, rendered));
      rendered.end();
      tree.finish(key);
    }
  }

  private void take(Read read, TreeExport tree, Rendered rendered) throws IOException, BrokenLog {
    if (read.frame().kind() == Kind.ROOT) {
      tree.accept(
          SignedRoot.parse(read.frame().content())
              .orElseThrow(() -> new BrokenLog("a signed root cannot be read"))
              .checkpoint());
    }
    if (read.frame().kind() == Kind.ENTRY && tree.covers(read.index())) {
      tree.accept(read.frame().content(), read.contentHash());
      rendered.accept(read, reader);
    }
  }

  /** The renderings and the files they go to. */
  private static final class Rendered implements Closeable {
    private final List<Rendering> renderings;
    private final List<Writer> writers = new ArrayList<>();

    private Rendered(List<Rendering> renderings) {
      this.renderings = renderings;
    }

    static Rendered begin(ExportFiles files, List<Rendering> renderings) throws IOException {
      Rendered begun = new Rendered(renderings);
      boolean done = false;
      try {
        for (Rendering rendering : renderings) {
          begun.writers.add(
              new BufferedWriter(
                  new OutputStreamWriter(files.create(rendering.path()), StandardCharsets.UTF_8)));
          rendering.begin(begun.writers.getLast());
        }
        done = true;
        return begun;
      } finally {
        if (!done) {
          begun.close();
        }
      }
    }

    void accept(Read read, LogReader reader) throws IOException, BrokenLog {
      if (renderings.isEmpty()) {
        return;
      }
      var entry = reader.entry(read);
      for (int i = 0; i < renderings.size(); i++) {
        renderings.get(i).accept(entry, writers.get(i));
      }
    }

    void end() throws IOException {
      for (int i = 0; i < renderings.size(); i++) {
        renderings.get(i).end(writers.get(i));
        writers.get(i).close();
      }
    }

    @Override
    public void close() throws IOException {
      for (Writer writer : writers) {
        writer.close();
      }
    }
  }
}
