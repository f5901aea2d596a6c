package dev.frostbyte.core.report;

import java.util.List;

/** Whether a file was read in this batch, as people are told. */
enum ReadState {
  /** Without a remark. */
  READ("yes"),
  /** With a remark; 'Reading' says which. */
  REMARKED("with a remark"),
  /** As before, refused, failed, kept sealed unread, or erased since. */
  NOT_READ("no");

  private final String word;

  ReadState(String word) {
    this.word = word;
  }

  static ReadState of(FileReport file) {
    if (!file.extract().read()) {
      return NOT_READ;
    }
    return file.warnings().isEmpty() ? READ : REMARKED;
  }

  static long count(List<FileReport> files, ReadState state) {
    return files.stream().filter(file -> of(file) == state).count();
  }

  /** As the list of files shows it. */
  String word() {
    return word;
  }
}
