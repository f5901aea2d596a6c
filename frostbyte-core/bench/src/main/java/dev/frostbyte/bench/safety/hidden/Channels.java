package dev.frostbyte.bench.safety.hidden;

import java.util.ArrayList;
import java.util.List;

/** Every channel that is measured. */
final class Channels {
  private Channels() {}

  static List<Channel> all() {
    List<Channel> all = new ArrayList<>();
    all.addAll(PdfPaint.all());
    all.addAll(PdfPlace.all());
    all.add(PdfLayers.channel());
    all.addAll(PdfExtras.all());
    all.addAll(WordChannels.all());
    all.addAll(SlideChannels.all());
    all.addAll(SheetChannels.all());
    all.addAll(PageChannels.all());
    all.addAll(MailChannels.all());
    all.addAll(CharacterChannels.all());
    return all;
  }
}
