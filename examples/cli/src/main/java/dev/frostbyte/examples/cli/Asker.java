package dev.frostbyte.examples.cli;

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
 */
record Asker(String user, String parentUser, String parentProgram, @Nullable String sudoUser) {
  private static final String UNKNOWN = "unknown";

  static Asker ofThisProcess() {
    ProcessHandle self = ProcessHandle.current();
    return new Asker(
        user(self),
        self.parent().map(Asker::user).orElse(UNKNOWN),
        self.parent().map(Asker::program).orElse(""),
        System.getenv("SUDO_USER"));
  }

  /**
   * Login name of the person: the owner of the process; where sudo itself started it, who called
   * sudo, so that several persons may have a program run by one account that alone can read its
   * files. sudo sets that name itself; without it as parent, nobody is believed to have. It is
   * worth as much as the rules of sudo: they must allow this one program and no other, such as env
   * or a shell.
   */
  String name() {
    boolean throughSudo = parentUser.equals("root") && parentProgram.equals("sudo");
    return throughSudo && sudoUser != null && !sudoUser.isBlank() ? sudoUser : user;
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
