package dev.frostbyte.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Law 9, as the kernel sees it: no connection, no file outside home, key folder and temporary
 * folder, no program but the parser's process. {@code ModulesIT} has the rules on the code.
 */
class Law9LocalByDefaultIT {
  private static final Pattern OPENED = Pattern.compile("open(?:at)?\\([^\"]*\"([^\"]*)\", (\\S+)");

  @TempDir private Path folder = Path.of("replaced by JUnit");

  @Test
  void ingestingEveryFormatTouchesNothingOutside() throws Exception {
    List<String> calls = traced(Victim.class.getName(), house().toString(), documents());
    assertThat(calls.stream().filter(call -> call.contains("execve("))).hasSizeGreaterThan(1);
    assertThat(connections(calls)).isEmpty();
    assertThat(writesOutside(calls)).isEmpty();
    assertThat(programs(calls)).isEmpty();
  }

  @Test
  void theTraceShowsAConnectionAFileAndAProgram() throws Exception {
    List<String> calls = traced(Trespasser.class.getName(), outside().toString());
    assertThat(connections(calls)).isNotEmpty();
    assertThat(writesOutside(calls)).isNotEmpty();
    assertThat(programs(calls)).isNotEmpty();
  }

  private List<String> traced(String main, String... arguments) throws Exception {
    Path trace = folder.resolve("trace");
    List<String> command = new ArrayList<>();
    command.addAll(List.of("strace", "-f", "-qq", "--seccomp-bpf", "-o", trace.toString()));
    command.addAll(List.of("-e", "trace=connect,sendto,open,openat,creat,execve,rename,renameat2"));
    command.addAll(List.of(java(), "-Xmx512m", "-XX:+UseSerialGC", "-XX:-UsePerfData"));
    command.addAll(
        List.of("-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("house/tmp"))));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp"));
    command.addAll(List.of(System.getProperty("java.class.path"), main));
    command.addAll(List.of(arguments));
    assumeThat(runs("strace", "-f", "true")).as("strace is there and may trace").isTrue();
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile())
            .start();
    assertThat(process.waitFor(4, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(folder.resolve("output"))).isZero();
    return Files.readAllLines(trace);
  }

  private static boolean runs(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Connections to anything but a socket file. */
  private static List<String> connections(List<String> calls) {
    return calls.stream()
        .filter(call -> call.contains("AF_INET") || call.contains("AF_INET6"))
        .toList();
  }

  private List<String> writesOutside(List<String> calls) {
    List<String> outside = new ArrayList<>();
    for (String call : calls) {
      Matcher opened = OPENED.matcher(call);
      if (opened.find()
          && opened.group(2).matches(".*(O_WRONLY|O_RDWR|O_CREAT).*")
          && !call.contains("= -1 ")
          && !isInside(opened.group(1))) {
        outside.add(call);
      }
    }
    return outside;
  }

  private boolean isInside(String path) {
    return path.startsWith(house().toString())
        || path.startsWith("/dev/")
        || path.startsWith("/proc/");
  }

  /** Programs that are neither Java nor what Java starts programs with. */
  private static List<String> programs(List<String> calls) {
    return calls.stream()
        .filter(call -> call.contains("execve(") && !call.contains("= -1 "))
        .filter(call -> !call.contains("/bin/java\"") && !call.contains("/lib/jspawnhelper\""))
        .toList();
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private Path house() {
    return folder.resolve("house");
  }

  private Path outside() {
    return folder.resolve("outside");
  }

  private static String documents() {
    return Samples.documents().resolve("northwind-bank").toString();
  }
}
