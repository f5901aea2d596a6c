package dev.frostbyte.examples.cli;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A process, and what it says of whoever had it started. Immutable.
 *
 * @param user owner of the process
 * @param parentUser owner of the process that started it
 * @param parentProgram name of the program that started it; empty where the system does not tell
 * @param sudoUser what its environment says of who called sudo; null when nothing
 * @param login who logged in, as the kernel keeps it whoever they became since; null where it keeps
 *     nobody
 * @param mapped whether it runs in a user namespace, in which whoever made it says who anybody is
 */
record Asker(
    String user,
    String parentUser,
    String parentProgram,
    @Nullable String sudoUser,
    @Nullable String login,
    boolean mapped) {
  private static final String UNKNOWN = "unknown";
  private static final String REMEDY =
      "Ask from a login of the person who asks, and let sudo itself start the program.";

  static Asker ofThisProcess() {
    ProcessHandle self = ProcessHandle.current();
    return new Asker(
        user(self),
        self.parent().map(Asker::user).orElse(UNKNOWN),
        self.parent().map(Asker::program).orElse(""),
        System.getenv("SUDO_USER"),
        Login.ofThisProcess().user().orElse(null),
        isMapped(Path.of("/proc/self/uid_map")));
  }

  /**
   * Login name of the person: the owner of the process; where sudo itself started it, who called
   * sudo, so that several persons may have a program run by one account that alone can read its
   * files. sudo sets that name itself; without it as parent, nobody is believed to have.
   *
   * @throws FrostbyteException {@code SECOND_PERSON_REQUIRED} when the kernel knows of the login of
   *     somebody else than who is said to have called sudo: then the name was set by hand, or sudo
   *     was called by one who had become another user already
   */
  String name() {
    String caller = sudoUser;
    if (caller == null || caller.isBlank() || !startedBySudo()) {
      return user;
    }
    if (login != null && !login.equals(caller)) {
      throw refusal("SUDO_USER names another user than the one who logged in.");
    }
    return caller;
  }

  /**
   * The same, for what takes two persons: also whoever became another user without sudo starting
   * this program, by a shell of theirs or {@code su}, is refused, since they would be two.
   *
   * @throws FrostbyteException {@code SECOND_PERSON_REQUIRED} when the kernel knows of the login of
   *     somebody else, or users are mapped
   */
  String person() {
    String name = name();
    if (mapped) {
      throw refusal("This runs in a user namespace, whose maker says who anybody is.");
    }
    if (login != null && !login.equals(name)) {
      throw refusal("The owner of this process is another user than the one who logged in.");
    }
    return name;
  }

  /** Whether users are others here than outside ({@code user_namespaces(7)}). */
  static boolean isMapped(Path map) {
    try {
      return !Files.readString(map).strip().matches("0\\s+0\\s+4294967295");
    } catch (IOException e) {
      return false;
    }
  }

  private boolean startedBySudo() {
    return parentUser.equals("root") && parentProgram.equals("sudo");
  }

  private static FrostbyteException refusal(String message) {
    return new FrostbyteException(new Problem(ProblemCode.SECOND_PERSON_REQUIRED, message, REMEDY));
  }

  private static String user(ProcessHandle process) {
    return process.info().user().orElse(UNKNOWN);
  }

  /** The kernel's name of the program, which anybody may read; other systems tell none. */
  private static String program(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc/" + process.pid() + "/comm")).strip();
    } catch (IOException e) {
      return "";
    }
  }
}
