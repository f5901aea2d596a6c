package dev.frostbyte.audit;

import dev.frostbyte.audit.FrostbyteVerify.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Runs the stand-alone verifier on exports made for a test. */
abstract class VerifierCase {
  static final SigningKey KEY = TestExport.key("log");
  static final String VKEY = KEY.verifier().encoded();
  static final TestWitness W1 = TestWitness.ed25519("witness.example/w1");
  static final TestWitness W2 = TestWitness.ed25519("witness.example/w2");
  static final TestWitness W3 = TestWitness.mlDsa44("witness.example/w3");
  static final long SECOND = 1_780_000_000L;

  @TempDir Path folder;
  String said = "";

  static TestExport log(int size) {
    TestExport log = TestExport.of(TestExport.ORIGIN, KEY);
    for (int i = 0; i < size; i++) {
      if (i % 100 == 7) {
        log.seal();
      }
      log.events(i, i + 1);
    }
    return log.seal();
  }

  static String witness(String name, TestWitness witness) {
    return "witness " + name + " " + witness.verifierKey() + "\n";
  }

  static String policyText(String lines) {
    return "log " + VKEY + "\n" + lines;
  }

  static FrostbyteVerify.Demands policy(String lines) {
    return TestKeys.demands(policyText(lines));
  }

  static Answer check(Exported export, FrostbyteVerify.Demands demands) {
    return FrostbyteVerify.check(export, demands, new FrostbyteVerify.Signatures());
  }

  Path written(Exported export) throws IOException {
    Path directory = Files.createTempDirectory(folder, "export");
    export.writeTo(directory);
    return directory;
  }

  static String[] with(String[] some, String... more) {
    List<String> all = new ArrayList<>(List.of(some));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  int run(Path path, String... options) {
    return run(with(new String[] {path.toString()}, options));
  }

  int run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    int exit = FrostbyteVerify.run(arguments, print, print);
    said = out.toString(StandardCharsets.UTF_8);
    return exit;
  }
}
