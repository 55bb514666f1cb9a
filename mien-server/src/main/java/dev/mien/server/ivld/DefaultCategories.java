package dev.mien.server.ivld;

import dev.mien.gallery.CustomCategories.Texts;
import java.util.List;

/** The categories that CreateDefaultCategories creates, in the words of the API's examples. */
final class DefaultCategories {
  /** Those of the second level follow that of the first. */
  static final List<Texts> ALL =
      List.of(
          new Texts("公众人物", ""),
          new Texts("公众人物", "政治人物"),
          new Texts("公众人物", "企业家"),
          new Texts("公众人物", "专家学者"),
          new Texts("公众人物", "知名医生"),
          new Texts("公众人物", "知名律师"),
          new Texts("娱乐明星", ""),
          new Texts("娱乐明星", "影视演员"),
          new Texts("娱乐明星", "喜剧明星"),
          new Texts("娱乐明星", "歌手"),
          new Texts("娱乐明星", "主持人"),
          new Texts("体育明星", ""),
          new Texts("体育明星", "运动员"),
          new Texts("体育明星", "教练员"),
          new Texts("其他人物", ""));

  private DefaultCategories() {}
}
