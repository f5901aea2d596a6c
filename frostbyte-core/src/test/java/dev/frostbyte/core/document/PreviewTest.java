package dev.frostbyte.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Box;
import dev.frostbyte.api.model.HiddenChannel;
import dev.frostbyte.api.model.PageSize;
import dev.frostbyte.api.model.Region;
import dev.frostbyte.api.spi.BudgetReachedException;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PreviewTest {
  private static final List<Region> PLACE = List.of(new Region(1, new Box(10, 20, 110, 40)));

  @Provide
  Arbitrary<List<Block>> blocks() {
    return Blocks.lists();
  }

  @Example
  void showsThePageItsElementsWhatIsHiddenAndWhatWasLeftOut() throws BudgetReachedException {
    String page =
        render(
            new Block.Page(new PageSize(1, 595, 842)),
            Block.heading(1, "Contract", PLACE),
            Block.hidden(HiddenChannel.OFF_PAGE, "white words", PLACE),
            new Block.Dropped("image", "NO_TEXT", PLACE));
    assertThat(page)
        .contains("<svg viewBox=\"0 0 595.0 842.0\"")
        .contains("data:image/png;base64,AQI=")
        .contains("<rect class=\"k-heading\" x=\"10.0\" y=\"20.0\" width=\"100.0\"")
        .contains("<h1>Contract</h1>")
        .contains("hidden: off page</b> white words")
        .contains("left out: 1 x image</b> NO_TEXT");
  }

  @Property(tries = 100)
  void everyElementAndEveryHiddenPieceIsShownAndNothingIsMarkup(
      @ForAll("blocks") List<Block> blocks) throws BudgetReachedException {
    var document = CanonicalBuilderLawsTest.build(blocks);
    String page = Preview.render(document, List.of());
    assertThat(page).doesNotContain("<b><b>").doesNotContain("<script");
    long marks = document.hiddenTexts().size() + document.dropped().size();
    assertThat(page.split("class=\"mark ", -1)).hasSize((int) marks + 1);
  }

  private static String render(Block... blocks) throws BudgetReachedException {
    return Preview.render(
        CanonicalBuilderLawsTest.build(List.of(blocks)),
        List.of(new Block.PageImage(1, new byte[] {1, 2})));
  }
}
