package dev.frostbyte.examples.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The login that a process descends from, as the Linux kernel keeps it for audits: it is set once
 * when somebody logs in and stays the same whoever they become, by {@code sudo}, {@code su} or
 * otherwise ({@code proc_pid_loginuid(5)}). Immutable.
 *
 * @param file holds the number of the user
 * @param passwd the accounts of this machine ({@code passwd(5)})
 * @param processes a folder for each process, owned by whoever runs it
 */
record Login(Path file, Path passwd, Path processes) {
  /** What the kernel says when nobody logged in: a service, a container, a job. */
  private static final String NOBODY = "4294967295";

  private static final int NUMBER_IN_PASSWD = 2;

  static Login ofThisProcess() {
    return new Login(Path.of("/proc/self/loginuid"), Path.of("/etc/passwd"), Path.of("/proc"));
  }

  /**
   * Name of the user who logged in; empty where nobody did, or where the system does not tell. One
   * whose name cannot be found has a name no user has.
   */
  Optional<String> user() {
    return number().map(number -> account(number).or(() -> owner(number)).orElse("#" + number));
  }

  private Optional<String> number() {
    try {
      String number = Files.readString(file).strip();
      boolean somebody = number.matches("[0-9]{1,10}") && !number.equals(NOBODY);
      return somebody ? Optional.of(number) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The first one counts, as for the system. */
  private Optional<String> account(String number) {
    try (Stream<String> lines = Files.lines(passwd, StandardCharsets.ISO_8859_1)) {
      return lines
          .map(line -> List.of(line.split(":", -1)))
          .filter(account -> account.size() > NUMBER_IN_PASSWD)
          .filter(account -> account.get(NUMBER_IN_PASSWD).equals(number))
          .map(List::getFirst)
          .findFirst();
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }

  /** Of accounts that a directory service keeps: by a process of theirs. */
  private Optional<String> owner(String number) {
    try (Stream<Path> found = Files.list(processes)) {
      return found
          .filter(process -> number.equals(owner(process)))
          .map(Login::nameOfOwner)
          .flatMap(Optional::stream)
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String owner(Path process) {
    try {
      Object number = Files.getAttribute(process, "unix:uid", LinkOption.NOFOLLOW_LINKS);
      return Integer.toUnsignedString((Integer) number);
    } catch (IOException | UnsupportedOperationException e) {
      return "";
    }
  }

  /** A process may end between two looks at it. */
  private static Optional<String> nameOfOwner(Path process) {
    try {
      return Optional.of(Files.getOwner(process, LinkOption.NOFOLLOW_LINKS).getName());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
