package dev.frostbyte.core.keys;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Magic and version at the start of every file of ours. */
final class Headers {
  private Headers() {}

  static void write(DataOutputStream out, int magic, int version) throws IOException {
    out.writeInt(magic);
    out.writeInt(version);
  }

  static void check(DataInputStream in, int magic, int newest, String what) throws IOException {
    if (in.readInt() != magic) {
      throw FrostbyteException.of(
          ProblemCode.INTEGRITY_BROKEN, "The " + what + " does not start as one.");
    }
    checkVersion(in, newest, what);
  }

  static void checkVersion(DataInputStream in, int newest, String what) throws IOException {
    int version = in.readInt();
    if (version > newest || version < 1) {
      throw FrostbyteException.of(
          ProblemCode.FORMAT_TOO_NEW,
          "The "
              + what
              + " has format version "
              + version
              + "; this version reads up to "
              + newest
              + ".");
    }
  }
}
