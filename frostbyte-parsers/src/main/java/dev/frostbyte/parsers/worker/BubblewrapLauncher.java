package dev.frostbyte.parsers.worker;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Puts bubblewrap around a child: no network, no processes but its own, no capabilities, and of the
 * file system the code, the system's libraries and its own folder; {@code prlimit} bounds memory
 * and files where the child cannot do it itself.
 *
 * <p>Bubblewrap dies with the thread that started it ({@code PR_SET_PDEATHSIG} counts threads), so
 * that one thread starts every child and lives as long as this launcher. Thread-safe.
 */
final class BubblewrapLauncher implements Launcher {
  private static final List<Path> FOLDERS =
      List.of(Path.of("/usr/bin"), Path.of("/bin"), Path.of("/usr/local/bin"));
  private static final List<String> LIBRARIES =
      List.of("/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib", "/etc/ld.so.cache");
  private static final int MOST_FILES = 4_096;

  /** Largest file a child may write, 4 GiB, as where it locks itself. */
  private static final long MOST_FILE_BYTES = 1L << 32;

  private final Path bubblewrap;
  private final Path prlimit;
  private final long memory;
  private final ExecutorService starter =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("frostbyte-parser-start").factory());

  BubblewrapLauncher(Path bubblewrap, Path prlimit, long memory) {
    this.bubblewrap = bubblewrap;
    this.prlimit = prlimit;
    this.memory = memory;
  }

  /**
   * The one of this machine.
   *
   * @param memory most bytes of address space of a child
   * @throws FrostbyteException {@code CONFIGURATION_INVALID} where a program is missing
   */
  static BubblewrapLauncher find(long memory) {
    return new BubblewrapLauncher(program("bwrap"), program("prlimit"), memory);
  }

  /** Whether this machine has what it needs. */
  static boolean present() {
    return look("bwrap").isPresent() && look("prlimit").isPresent();
  }

  @Override
  public List<String> command(List<String> java, CodePath code, Path folder) {
    List<String> words = new ArrayList<>();
    words.addAll(List.of(prlimit.toString(), "--core=0", "--nofile=" + MOST_FILES));
    words.addAll(List.of("--fsize=" + MOST_FILE_BYTES, "--as=" + memory));
    words.addAll(List.of("--", bubblewrap.toString()));
    words.addAll(List.of("--unshare-all", "--die-with-parent", "--new-session"));
    words.addAll(List.of("--cap-drop", "ALL", "--proc", "/proc", "--dev", "/dev"));
    words.addAll(List.of("--tmpfs", "/tmp"));
    LIBRARIES.forEach(path -> readOnly(words, path));
    JavaHome.paths().forEach(path -> readOnly(words, path.toString()));
    code.paths().forEach(path -> readOnly(words, path.toString()));
    words.addAll(List.of("--bind", folder.toString(), folder.toString()));
    words.addAll(List.of("--chdir", folder.toString(), "--"));
    words.addAll(java);
    return words;
  }

  @Override
  public Process start(ProcessBuilder builder) throws IOException {
    Birth birth = new Birth(builder);
    try {
      return starter.submit(birth).get();
    } catch (InterruptedException e) {
      birth.abandon();
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while a parser process was started");
    } catch (ExecutionException | RejectedExecutionException e) {
      throw new IOException("bubblewrap could not be started: " + bubblewrap, e);
    }
  }

  @Override
  public void close() {
    starter.shutdown();
  }

  private static void readOnly(List<String> words, String path) {
    words.addAll(List.of("--ro-bind-try", path, path));
  }

  private static Path program(String name) {
    return look(name)
        .orElseThrow(
            () ->
                FrostbyteException.of(
                    ProblemCode.CONFIGURATION_INVALID,
                    "The sandbox BUBBLEWRAP needs the program '"
                        + name
                        + "' in one of "
                        + FOLDERS
                        + "; install it, or choose BEST, LOCKED or PLAIN."));
  }

  private static Optional<Path> look(String name) {
    return FOLDERS.stream()
        .map(folder -> folder.resolve(name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Starts a child; one that nobody waits for any more is ended as soon as it is there. */
  private static final class Birth implements Callable<Process> {
    private final Object lock = new Object();
    private final ProcessBuilder builder;
    private @Nullable Process child;
    private boolean abandoned;

    Birth(ProcessBuilder builder) {
      this.builder = builder;
    }

    @Override
    public Process call() throws IOException {
      Process born = builder.start();
      synchronized (lock) {
        child = born;
        endAbandoned();
      }
      return born;
    }

    void abandon() {
      synchronized (lock) {
        abandoned = true;
        endAbandoned();
      }
    }

    private void endAbandoned() {
      if (abandoned && child != null) {
        child.destroyForcibly();
      }
    }
  }
}
