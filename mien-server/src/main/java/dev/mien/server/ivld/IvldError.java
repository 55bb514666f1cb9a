package dev.mien.server.ivld;

import static dev.mien.server.protocol.ErrorCategory.CALLER;
import static dev.mien.server.protocol.ErrorCategory.LIMIT;
import static dev.mien.server.protocol.ErrorCategory.SERVER;

import dev.mien.server.protocol.ErrorCategory;
import dev.mien.server.protocol.ErrorCode;

/** The errors of the IVLD actions, beyond those that all families share. */
enum IvldError implements ErrorCode {
  CATEGORY_EXIST(
      "FailedOperation.CategoryExist",
      CALLER,
      "A category %1$s exists already at this place.",
      "此位置已存在自定义人物分类 %1$s。"),
  CATEGORY_LEVEL_CHANGED(
      "FailedOperation.CategoryLevelChanged",
      CALLER,
      "Category %1$s cannot change its level: an L2Category belongs to a category of the second"
          + " level alone.",
      "自定义人物分类 %1$s 不能改变层级：仅二级分类可以带有 L2Category。"),
  CATEGORY_REFERRED(
      "FailedOperation.CategoryReferred",
      CALLER,
      "Category %1$s is in use: persons or categories of the second level belong to it.",
      "自定义人物分类 %1$s 仍被人物或二级分类引用，不能删除。"),
  CUSTOM_GROUP_ALREADY_EXIST(
      "FailedOperation.CustomGroupAlreadyExist",
      CALLER,
      "The account has its custom group already.",
      "自定义人物库已存在。"),
  GROUP_NAME_TAKEN(
      "FailedOperation.CustomGroupAlreadyExist",
      CALLER,
      "Another group of the account is called %1$s; rename it first.",
      "账号下已有名为 %1$s 的其他人员库，请先将其改名。"),
  DOWNLOAD_FAILED(
      "FailedOperation.DownloadFailed",
      CALLER,
      "The picture cannot be downloaded: %1$s.",
      "图片下载失败：%1$s。"),
  FEATURE_ALGO_FAILED(
      "FailedOperation.FeatureAlgoFailed",
      SERVER,
      "No features could be extracted from the picture. The server's log has details under this"
          + " request id.",
      "图片特征提取失败，可凭请求 ID 在服务日志中查看详情。"),
  FEATURES_OF_OTHER_MODEL(
      "FailedOperation.FeatureAlgoFailed",
      SERVER,
      "The library's faces were made by model %1$s, with which the server's present one cannot"
          + " compare.",
      "人物库中的人脸由模型 %1$s 生成，无法与当前模型的特征进行比较。"),
  IMAGE_NUM_EXCEEDED(
      "FailedOperation.ImageNumExceeded",
      CALLER,
      "A person can have %1$s pictures.",
      "每个自定义人物最多可有 %1$s 张图片。"),
  MULTIPLE_FACES_IN_IMAGE(
      "FailedOperation.MultipleFacesInImage",
      CALLER,
      "The picture shows several faces; it must show the person alone.",
      "图片中包含多张人脸，应仅包含该人物的人脸。"),
  NO_FACE_IN_IMAGE(
      "FailedOperation.NoFaceInImage",
      CALLER,
      "The picture shows no face of at least %1$s x %1$s pixels.",
      "图片中没有不小于 %1$s x %1$s 像素的人脸。"),
  PERSON_DUPLICATED(
      "FailedOperation.PersonDuplicated",
      CALLER,
      "The library has a similar face: %1$s.",
      "人脸库中存在相似的人脸：%1$s。"),
  PERSON_NOT_MATCHED(
      "FailedOperation.PersonNotMatched",
      CALLER,
      "The face in the picture is not that of person %1$s.",
      "图片中的人脸不属于人物 %1$s。"),
  PERSON_NUM_EXCEEDED(
      "FailedOperation.PersonNumExceeded",
      LIMIT,
      "The account has as many custom persons as it can have: %1$s.",
      "自定义人物数量已达到上限 %1$s。"),
  QUALITY_TOO_LOW(
      "FailedOperation.QualityTooLow",
      CALLER,
      "The quality score of the face is %1$s; at least %2$s is needed.",
      "人脸图片质量分为 %1$s，低于要求的 %2$s。"),
  UPLOAD_FAILED(
      "FailedOperation.UploadFailed",
      LIMIT,
      "The picture cannot be kept: the media store is full.",
      "无法保存图片：媒体存储空间已满。"),
  DB_OPERATION_ERROR(
      "InternalError.DBOperationError",
      SERVER,
      "The database failed. The server's log has details under this request id.",
      "数据库操作失败，可凭请求 ID 在服务日志中查看详情。"),
  INNER_ERROR(
      "InternalError.InnerError",
      SERVER,
      "The server failed. Its log has details under this request id.",
      "服务内部错误，可凭请求 ID 在服务日志中查看详情。"),
  INTERNAL_OVERFLOW(
      "InternalError.InternalOverflow",
      LIMIT,
      "The gallery has no room for one more face: the limit is %1$s.",
      "人脸数量已达到上限 %1$s，无法继续添加。"),
  INVALID_CATEGORY_ID(
      "InvalidParameter.InvalidCategoryId",
      CALLER,
      "CategoryId %1$s is not that of a category.",
      "CategoryId %1$s 不是有效的分类 ID。"),
  INVALID_IMAGE(
      "InvalidParameter.InvalidImage", CALLER, "The picture cannot be used: %1$s.", "图片无法使用：%1$s。"),
  INVALID_IMAGE_ID(
      "InvalidParameter.InvalidImageId",
      CALLER,
      "ImageId is not the id of a picture, such as image-Axgo3FYc-egMN.",
      "ImageId 不是有效的图片 ID，例如 image-Axgo3FYc-egMN。"),
  INVALID_L1_CATEGORY(
      "InvalidParameter.InvalidL1Category",
      CALLER,
      "L1Category must have 1 to %1$s characters that can be shown.",
      "L1Category 应为 1 至 %1$s 个可显示的字符。"),
  INVALID_L2_CATEGORY(
      "InvalidParameter.InvalidL2Category",
      CALLER,
      "L2Category must have at most %1$s characters that can be shown.",
      "L2Category 最多为 %1$s 个可显示的字符。"),
  INVALID_NAME(
      "InvalidParameter.InvalidName",
      CALLER,
      "Name must have 1 to 60 letters, digits, spaces and -_,.#&@%%'()·.",
      "Name 应为 1 至 60 个文字、数字、空格或 -_,.#&@%%'()· 中的字符。"),
  INVALID_PAGE_NUMBER(
      "InvalidParameter.InvalidPageNumber",
      CALLER,
      "PageNumber must be at least 1.",
      "PageNumber 应不小于 1。"),
  INVALID_PAGE_SIZE(
      "InvalidParameter.InvalidPageSize",
      CALLER,
      "PageSize must be 1 to %1$s.",
      "PageSize 应为 1 至 %1$s。"),
  INVALID_PARAM(
      "InvalidParameter.InvalidParam", CALLER, "Parameter %1$s: %2$s.", "输入字段 %1$s 不合法：%2$s。"),
  INVALID_PERSON_ID(
      "InvalidParameter.InvalidPersonId",
      CALLER,
      "PersonId is not the id of a custom person, such as person-Axgo3FYc.",
      "PersonId 不是有效的自定义人物 ID，例如 person-Axgo3FYc。"),
  INVALID_SORT_BY(
      "InvalidParameter.InvalidSortBy", CALLER, "SortBy.By must be %1$s.", "SortBy.By 应为 %1$s。"),
  INVALID_URL(
      "InvalidParameter.InvalidURL",
      CALLER,
      "ImageURL is not an absolute URL with a host.",
      "ImageURL 不是包含主机名的完整 URL。"),
  UNSUPPORT_URL(
      "InvalidParameter.UnsupportURL",
      CALLER,
      "ImageURL is of a kind that the server does not download from: %1$s.",
      "服务不支持从此类 ImageURL 下载：%1$s。"),
  USAGE_LIMIT_EXCEEDED(
      "LimitExceeded.UsageLimitExceeded",
      LIMIT,
      "The account has as many as it can have: %1$s.",
      "已达到账号的数量上限 %1$s。"),
  CONCURRENCY_OVERFLOW(
      "RequestLimitExceeded.ConcurrencyOverflow",
      LIMIT,
      "Another request is changing this person; try again when it has ended.",
      "另一个请求正在修改该人物，请稍后重试。"),
  CUSTOM_CATEGORY_NOT_FOUND(
      "ResourceNotFound.CustomCategoryNotFound",
      CALLER,
      "There is no category %1$s.",
      "自定义人物分类 %1$s 不存在。"),
  CUSTOM_GROUP_NOT_FOUND(
      "ResourceNotFound.CustomGroupNotFound",
      CALLER,
      "The account has no custom group; create it with CreateCustomGroup.",
      "自定义人物库不存在，请先调用 CreateCustomGroup 创建。"),
  RECORD_NOT_FOUND("ResourceNotFound.RecordNotFound", CALLER, "There is no %1$s.", "%1$s 不存在。");

  private final String code;
  private final ErrorCategory category;
  private final String english;
  private final String chinese;

  IvldError(String code, ErrorCategory category, String english, String chinese) {
    this.code = code;
    this.category = category;
    this.english = english;
    this.chinese = chinese;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public ErrorCategory category() {
    return category;
  }

  @Override
  public String english() {
    return english;
  }

  @Override
  public String chinese() {
    return chinese;
  }
}
