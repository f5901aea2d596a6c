package dev.frostbyte.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Watches the system calls of a child that concern its log, and tampers with one of them. Needs
 * Linux and strace; with its option {@code --seccomp-bpf} strace 6.1 injects no signals.
 *
 * @param folder of the child's {@link ChildLog}
 * @param acknowledgements the file the child's standard output goes to
 */
record Strace(Path folder, Path acknowledgements) {
  private static final String CALLS =
      "openat,pwrite64,write,fsync,fdatasync,ftruncate,rename,mkdir,unlink";
  private static final int SEGMENTS = 6;

  /** Whether it is there and may trace a process. */
  static boolean works() {
    try {
      Process strace =
          new ProcessBuilder("strace", "-f", "-qq", "-e", "trace=fsync", "true")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return strace.waitFor(1, TimeUnit.MINUTES) && strace.exitValue() == 0;
    } catch (IOException absent) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Runs the script to its end and returns its calls in order. */
  List<String> trace(Flaw flaw) throws IOException, InterruptedException {
    run(flaw, List.of());
    try (Stream<String> lines = Files.lines(log())) {
      return lines
          .map(line -> line.replaceFirst("^[0-9]+ +", ""))
          .filter(line -> line.matches("[a-z0-9]+\\(.*"))
          .toList();
    }
  }

  /** Runs the script with one call tampered with and returns what it promised. */
  Promises inject(Injection injection) throws IOException, InterruptedException {
    return inject(Flaw.NONE, injection);
  }

  /** As {@link #inject(Injection)}, with something left out besides. */
  Promises inject(Flaw flaw, Injection injection) throws IOException, InterruptedException {
    run(flaw, List.of("-e", "inject=" + injection.expression()));
    Promises promises = new Promises();
    Files.readAllLines(acknowledgements).forEach(promises::take);
    return promises;
  }

  /** Whether the last run came to the call that was to be tampered with. */
  boolean injected() throws IOException {
    String log = Files.readString(log());
    return log.contains("(INJECTED)") || log.contains("killed by SIGKILL");
  }

  /** How often each kind of call occurs in a trace, acknowledgements left out. */
  static Map<String, Integer> counts(List<String> calls) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (String call : calls) {
      counts.merge(call.substring(0, call.indexOf('(')), 1, Integer::sum);
    }
    counts.remove("write");
    return counts;
  }

  private void run(Flaw flaw, List<String> injection) throws IOException, InterruptedException {
    List<String> strace = new ArrayList<>(List.of("strace", "-f", "-y"));
    strace.addAll(List.of("-o", log().toString(), "-e", "trace=" + CALLS));
    paths().forEach(path -> strace.addAll(List.of("-P", path.toString())));
    strace.addAll(injection);
    Process child =
        Children.of(strace, folder, ChildProcess.Work.SCRIPT, flaw, 0)
            .redirectOutput(acknowledgements.toFile())
            .start();
    if (!child.waitFor(2, TimeUnit.MINUTES)) {
      child.destroyForcibly().waitFor();
      throw new IOException("a traced child did not end: " + injection);
    }
  }

  private Path log() {
    return acknowledgements.resolveSibling(acknowledgements.getFileName() + ".trace");
  }

  private List<Path> paths() {
    Path files = new ChildLog(folder, ChildLog.SMALL).files();
    Path keys = folder.resolve("key");
    List<Path> paths =
        new ArrayList<>(List.of(acknowledgements, folder.resolveSibling(""), folder, files, keys));
    for (String key : List.of("signing-key", "signing-key.tmp")) {
      paths.add(keys.resolve(key));
    }
    for (int segment = 0; segment < SEGMENTS; segment++) {
      String name = String.format("%016d.wal", segment);
      paths.addAll(List.of(files.resolve(name), files.resolve(name + ".tmp")));
    }
    return paths;
  }

  /**
   * A call that does not do what it should.
   *
   * @param call name of the system call
   * @param number which of them, from 1
   */
  record Injection(Fault fault, String call, int number) {
    private String expression() {
      return call + ":" + fault.action + ":when=" + number + (fault.lasting ? "+" : "");
    }
  }

  /** What becomes of a call. */
  enum Fault {
    /** The process dies on entering it; the call is not done. */
    KILL("signal=KILL", false),
    /** It fails and does nothing. */
    EIO("error=EIO", false),
    /** The disk is full from then on. */
    ENOSPC("error=ENOSPC", true),
    /** The file system is read-only from then on. */
    EROFS("error=EROFS", true),
    /** It writes nothing, which POSIX allows, and says so: the shortest of short writes. */
    WRITES_NOTHING("retval=0", false),
    /**
     * It says that it wrote its first 90 bytes, and wrote none: not a short write but a lost one,
     * as by a disk that lies. The caller goes on behind the hole.
     */
    LOSES_90_BYTES("retval=90", false);

    private final String action;
    private final boolean lasting;

    Fault(String action, boolean lasting) {
      this.action = action;
      this.lasting = lasting;
    }
  }
}
