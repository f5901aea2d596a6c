package dev.frostbyte.testkit;

/** What a name stands for. */
sealed interface CrashNode permits CrashFile, CrashFolder {
  /** What a crash leaves of it, in another file system. */
  CrashNode after(Crash crash, CrashFileSystem system);
}
