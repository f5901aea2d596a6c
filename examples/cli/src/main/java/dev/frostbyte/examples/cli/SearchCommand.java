package dev.frostbyte.examples.cli;

import dev.frostbyte.api.tenant.TenantId;
import dev.frostbyte.core.Query;
import dev.frostbyte.core.RetrievalProof;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds passages, for one query or for a file of queries. */
@Command(
    name = "search",
    header = "Finds passages by words and meaning, each with proof of where it comes from.",
    description =
        "With --queries every line of the file (id, tab, text) is searched, and --run receives a TREC run: one line for each document by its best passage, the document named as it was handed in, blanks in names as %%20.",
    footer = "Example:  frostbyte search acme \"payment terms\" -k 3")
final class SearchCommand extends Task {
  private static final int PASSAGES = 5;
  private static final int DOCUMENTS = 100;
  private static final int MOST = 200;

  @Parameters(index = "0", paramLabel = "TENANT", description = "Name of the tenant.")
  private @Nullable TenantId tenant;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "QUERY",
      description = "What to look for; there is no syntax.")
  private List<String> words = new ArrayList<>();

  @Option(names = "--queries", paramLabel = "FILE", description = "File of queries: id, tab, text.")
  private @Nullable Path queries;

  @Option(names = "--run", paramLabel = "FILE", description = "TREC run to write.")
  private @Nullable Path run;

  @Option(
      names = "-k",
      paramLabel = "N",
      description =
          "Most passages of a QUERY (default 5), or most documents of each of the queries (default 100); 1 to 200.")
  private @Nullable Integer k;

  @Override
  ExitCode run(Frostbyte frostbyte) throws IOException {
    if ((queries == null) != (run == null)) {
      throw misuse("--queries and --run go together.");
    }
    if (words.isEmpty() == (queries == null)) {
      throw misuse("Name either a QUERY or a file of queries with --queries.");
    }
    requireInRange();
    return queries == null ? one(frostbyte) : all(queries, given(run), frostbyte);
  }

  private void requireInRange() {
    if (k != null && (k < 1 || k > MOST)) {
      throw misuse("-k must be 1 to " + MOST + ", not " + k + ".");
    }
  }

  private ExitCode one(Frostbyte frostbyte) throws IOException {
    Query query = new Query(String.join(" ", words), k == null ? PASSAGES : k);
    return frostbyte.withTenant(
        given(tenant),
        "search",
        session -> {
          RetrievalProof proof = session.search(query);
          frostbyte.answer(ProofLine.json(proof), ProofLine.text(proof));
          return ExitCode.DONE;
        });
  }

  private ExitCode all(Path queries, Path run, Frostbyte frostbyte) throws IOException {
    List<QueryFile.Line> lines = QueryFile.read(queries);
    TrecRun trec = new TrecRun(k == null ? DOCUMENTS : k);
    return frostbyte.withTenant(
        given(tenant),
        "search",
        session -> {
          StringBuilder out = new StringBuilder();
          for (QueryFile.Line line : lines) {
            trec.append(out, line.id(), session.search(trec.query(line.text())).passages());
          }
          OutputFile.write(run, out.toString());
          frostbyte.answer(
              Json.object().put("queries", lines.size()).put("run", run.toString()),
              lines.size() + " queries answered; run written to " + run + ".");
          return ExitCode.DONE;
        });
  }
}
