package dev.mien.server.iai;

import static dev.mien.server.protocol.ErrorCategory.CALLER;
import static dev.mien.server.protocol.ErrorCategory.LIMIT;
import static dev.mien.server.protocol.ErrorCategory.SERVER;

import dev.mien.server.protocol.ErrorCategory;
import dev.mien.server.protocol.ErrorCode;

/** The errors of the IAI actions, beyond those that all families share. */
enum IaiError implements ErrorCode {
  ACROSS_VERSIONS_ERROR(
      "FailedOperation.AcrossVersionsError",
      CALLER,
      "This cannot be done across face model versions: %1$s.",
      "该操作不能跨算法模型版本进行：%1$s。"),
  COMPARE_FAIL("FailedOperation.CompareFail", CALLER, "The comparison failed.", "比对失败。"),
  CONFLICT_OPERATION(
      "FailedOperation.ConflictOperation",
      LIMIT,
      "Another operation on this person or group is under way; try again when it has ended.",
      "该人员或人员库正在被其他操作修改，请稍后重试。"),
  CREATE_FACE_CONCURRENT(
      "FailedOperation.CreateFaceConcurrent",
      LIMIT,
      "Faces are being added to this person by another request; add them one request after the"
          + " other.",
      "正有另一个请求为该人员增加人脸，请依次增加。"),
  DUPLICATED_GROUP_DESCRIPTION(
      "FailedOperation.DuplicatedGroupDescription",
      CALLER,
      "A custom description field named %1$s exists already in this group.",
      "该人员库中已有名为 %1$s 的自定义描述字段。"),
  FACE_QUALITY_NOT_QUALIFIED(
      "FailedOperation.FaceQualityNotQualified",
      CALLER,
      "The face in the picture does not meet QualityControl %1$s: %2$s.",
      "图片中的人脸未达到 QualityControl %1$s 要求的质量：%2$s。"),
  FACE_SIZE_TOO_SMALL(
      "FailedOperation.FaceSizeTooSmall",
      CALLER,
      "All faces in the picture are smaller than MinFaceSize (%1$s px).",
      "图片中的人脸均小于 MinFaceSize（%1$s 像素）。"),
  FACE_TOO_SMALL_FOR_LIVENESS(
      "FailedOperation.FaceSizeTooSmall",
      CALLER,
      "The face is %1$s x %2$s px; liveness needs at least %3$s x %3$s px.",
      "人脸为 %1$s x %2$s 像素，活体检测要求至少 %3$s x %3$s 像素。"),
  GROUP_IN_UPGRADE(
      "FailedOperation.GroupCannotUpgrade",
      CALLER,
      "The group's model version is being changed already, by job %1$s.",
      "该人员库正在由任务 %1$s 变更算法模型版本。"),
  GROUP_NOT_OLDER(
      "FailedOperation.GroupCannotUpgrade",
      CALLER,
      "The group can change to a newer model version only; it has %1$s or a newer one.",
      "人员库只能升级到更新的算法模型版本，当前已是 %1$s 或更新版本。"),
  GROUP_SHARES_PERSON(
      "FailedOperation.GroupCannotUpgrade",
      CALLER,
      "All groups of a person have one model version, and person %1$s is in another group too:"
          + " take the person out of one of them first.",
      "同一人员所在的人员库须为同一算法模型版本，而人员 %1$s 还在其他人员库中，请先将其从其中之一移除。"),
  GROUP_TOO_LARGE_TO_UPGRADE(
      "FailedOperation.GroupCannotUpgrade",
      CALLER,
      "The group has more faces than a group of that model version may hold (%1$s).",
      "该人员库的人脸数超过目标算法模型版本的上限（%1$s）。"),
  GROUP_LOST_FACES(
      "FailedOperation.GroupLostFaces",
      CALLER,
      "%1$s faces were enrolled when the server had no embedder of that model version: enrol them"
          + " again. Among them: %2$s.",
      "有 %1$s 张人脸在入库时服务端没有该版本的模型，请重新入库。例如：%2$s。"),
  GROUP_IN_DELETED_STATE(
      "FailedOperation.GroupInDeletedState", LIMIT, "This group is being deleted.", "该人员库正在删除中。"),
  GROUP_PERSON_MAP_EXIST(
      "FailedOperation.GroupPersonMapExist",
      CALLER,
      "The person is in the group already.",
      "该人员已在此人员库中。"),
  GROUP_PERSON_MAP_NOT_EXIST(
      "FailedOperation.GroupPersonMapNotExist",
      CALLER,
      "The person is not in the group.",
      "该人员不在此人员库中。"),
  IMAGE_DECODE_FAILED(
      "FailedOperation.ImageDecodeFailed",
      CALLER,
      "The picture cannot be decoded (JPEG, PNG and BMP are read): %1$s.",
      "图片无法解码（支持 JPEG、PNG、BMP）：%1$s。"),
  IMAGE_DOWNLOAD_ERROR(
      "FailedOperation.ImageDownloadError",
      CALLER,
      "The picture could not be downloaded: %1$s.",
      "图片下载失败：%1$s。"),
  IMAGE_FACEDETECT_FAILED(
      "FailedOperation.ImageFacedetectFailed",
      SERVER,
      "Face detection failed on this picture.",
      "该图片的人脸检测失败。"),
  IMAGE_RESOLUTION_EXCEED(
      "FailedOperation.ImageResolutionExceed",
      CALLER,
      "The picture has too many pixels: %1$s.",
      "图片分辨率过大：%1$s。"),
  IMAGE_RESOLUTION_TOO_SMALL(
      "FailedOperation.ImageResolutionTooSmall",
      CALLER,
      "The picture is too small: %1$s.",
      "图片过小：%1$s。"),
  JOB_CANNOT_ROLLBACK(
      "FailedOperation.JobCannnotRollback",
      CALLER,
      "The group has changed so that it cannot have its old model version again: faces without a"
          + " template of that version, persons who are in other groups too, or more faces than"
          + " that version allows. See %1$s.",
      "人员库已发生变化，无法回滚：存在没有旧版本特征的人脸、同时在其他人员库中的人员，或人脸数超过旧版本上限。参见 %1$s。"),
  JOB_NOT_DONE(
      "FailedOperation.JobCannnotRollback",
      CALLER,
      "Only an upgrade that is done can be rolled back; this one is %1$s.",
      "只有已完成的升级任务可以回滚，该任务状态为 %1$s。"),
  JOB_ROLLED_BACK_BEFORE(
      "FailedOperation.JobCannnotRollback",
      CALLER,
      "An upgrade of this group was rolled back before; that is possible once.",
      "该人员库已回滚过，每个人员库仅可回滚一次。"),
  IMAGE_SIZE_EXCEED(
      "FailedOperation.ImageSizeExceed", CALLER, "The picture is too large: %1$s.", "图片过大：%1$s。"),
  REQUEST_LIMIT_EXCEEDED(
      "FailedOperation.RequestLimitExceeded",
      LIMIT,
      "Too many requests; slow down.",
      "请求过于频繁，请降低频率。"),
  REQUEST_TIMEOUT(
      "FailedOperation.RequestTimeout",
      LIMIT,
      "The request took longer than the server allows.",
      "请求处理超时。"),
  SEARCH_FACES_EXCEED(
      "FailedOperation.SearchFacesExceed",
      CALLER,
      "MaxFaceNum must be from 1 to %1$s.",
      "MaxFaceNum 的取值范围为 1 到 %1$s。"),
  SERVER_ERROR(
      "FailedOperation.ServerError",
      SERVER,
      "The recognition engine failed; try again.",
      "识别引擎异常，请重试。"),
  LIVENESS_NOT_IN_PACK(
      "FailedOperation.ServerError",
      SERVER,
      "The server's model pack has no nets for liveness.",
      "服务端的模型包不含活体检测模型。"),
  UN_KNOW_ERROR(
      "FailedOperation.UnKnowError", SERVER, "Something went wrong inside the server.", "服务器内部错误。"),
  UPGRADE_JOB_ID_NOT_EXIST(
      "FailedOperation.UpgradeJobIdNotExist",
      CALLER,
      "There is no upgrade job %1$s. A job goes with its group.",
      "升级任务 %1$s 不存在。任务随人员库删除。"),
  INVALID_PARAMETER(
      "InvalidParameter.InvalidParameter", CALLER, "%1$s is not valid: %2$s.", "参数 %1$s 不合法：%2$s。"),
  ACCOUNT_FACE_NUM_EXCEED(
      "InvalidParameterValue.AccountFaceNumExceed",
      CALLER,
      "The account may hold at most %1$s faces.",
      "账号下最多可有 %1$s 张人脸。"),
  DELETE_FACE_NUM_EXCEED(
      "InvalidParameterValue.DeleteFaceNumExceed",
      CALLER,
      "A person keeps at least one face: fewer faces can be deleted, or the whole person with"
          + " DeletePerson.",
      "每个人员至少保留一张人脸；请减少要删除的人脸，或用 DeletePerson 删除该人员。"),
  FACE_MATCH_THRESHOLD_AT_END(
      "InvalidParameterValue.FaceMatchThresholdIllegal",
      CALLER,
      "FaceMatchThreshold must be at least 0 and below 100.",
      "FaceMatchThreshold 的取值范围为大于等于 0 且小于 100。"),
  FACE_MATCH_THRESHOLD_ILLEGAL(
      "InvalidParameterValue.FaceMatchThresholdIllegal",
      CALLER,
      "FaceMatchThreshold must be from 0 to 100.",
      "FaceMatchThreshold 的取值范围为 0 到 100。"),
  FACE_MODEL_VERSION_ILLEGAL(
      "InvalidParameterValue.FaceModelVersionIllegal",
      CALLER,
      "FaceModelVersion must be one of %1$s.",
      "FaceModelVersion 须为 %1$s 之一。"),
  GROUP_EX_DESCRIPTIONS_EXCEED(
      "InvalidParameterValue.GroupExDescriptionsExceed",
      CALLER,
      "GroupExDescriptions: a group has at most %1$s description fields.",
      "GroupExDescriptions：每个人员库最多 %1$s 个自定义描述字段。"),
  GROUP_EX_DESCRIPTIONS_NAME_IDENTICAL(
      "InvalidParameterValue.GroupExDescriptionsNameIdentical",
      CALLER,
      "The custom description fields of a group must differ; %1$s stands twice.",
      "人员库的自定义描述字段不可重复：%1$s。"),
  GROUP_EX_DESCRIPTIONS_NAME_ILLEGAL(
      "InvalidParameterValue.GroupExDescriptionsNameIllegal",
      CALLER,
      "A custom description field of the group has a character that is not allowed.",
      "人员库自定义描述字段含有不允许的字符。"),
  GROUP_EX_DESCRIPTIONS_NAME_TOO_LONG(
      "InvalidParameterValue.GroupExDescriptionsNameTooLong",
      CALLER,
      "GroupExDescription: a description field of a group has 1 to %1$s characters.",
      "GroupExDescription：人员库自定义描述字段的长度为 1 到 %1$s 个字符。"),
  GROUP_FACE_NUM_EXCEED(
      "InvalidParameterValue.GroupFaceNumExceed",
      CALLER,
      "A group of this model version may hold at most %1$s faces.",
      "该算法模型版本的人员库最多可有 %1$s 张人脸。"),
  GROUP_ID_ALREADY_EXIST(
      "InvalidParameterValue.GroupIdAlreadyExist",
      CALLER,
      "GroupId %1$s is taken.",
      "GroupId %1$s 已存在。"),
  GROUP_ID_ILLEGAL(
      "InvalidParameterValue.GroupIdIllegal",
      CALLER,
      "GroupId may have letters, digits and -%%@#&_ only, and at least one of them.",
      "GroupId 只支持英文、数字和 -%%@#&_，且不能为空。"),
  GROUP_ID_NOT_EXIST(
      "InvalidParameterValue.GroupIdNotExist", CALLER, "There is no group %1$s.", "人员库 %1$s 不存在。"),
  GROUP_ID_TOO_LONG(
      "InvalidParameterValue.GroupIdTooLong",
      CALLER,
      "GroupId may have at most %1$s bytes.",
      "GroupId 最长 %1$s 字节。"),
  GROUP_IDS_EXCEED(
      "InvalidParameterValue.GroupIdsExceed",
      CALLER,
      "GroupIds must name 1 to %1$s groups.",
      "GroupIds 须包含 1 到 %1$s 个人员库。"),
  GROUP_NAME_ALREADY_EXIST(
      "InvalidParameterValue.GroupNameAlreadyExist",
      CALLER,
      "A group named %1$s exists already.",
      "名为 %1$s 的人员库已存在。"),
  GROUP_NAME_ILLEGAL(
      "InvalidParameterValue.GroupNameIllegal",
      CALLER,
      "GroupName has a character that is not allowed, or none.",
      "GroupName 为空或含有不允许的字符。"),
  GROUP_NAME_TOO_LONG(
      "InvalidParameterValue.GroupNameTooLong",
      CALLER,
      "GroupName must have 1 to %1$s characters.",
      "GroupName 的长度为 1 到 %1$s 个字符。"),
  GROUP_NUM_EXCEED(
      "InvalidParameterValue.GroupNumExceed",
      CALLER,
      "The account may have at most %1$s groups.",
      "账号下最多可有 %1$s 个人员库。"),
  GROUP_NUM_PER_PERSON_EXCEED(
      "InvalidParameterValue.GroupNumPerPersonExceed",
      CALLER,
      "A person may be in at most %1$s groups.",
      "一个人员最多可加入 %1$s 个人员库。"),
  GROUP_TAG_ILLEGAL(
      "InvalidParameterValue.GroupTagIllegal",
      CALLER,
      "Tag has a character that is not allowed.",
      "Tag 含有不允许的字符。"),
  GROUP_TAG_TOO_LONG(
      "InvalidParameterValue.GroupTagTooLong",
      CALLER,
      "Tag may have at most %1$s characters.",
      "Tag 最长 %1$s 个字符。"),
  IMAGE_EMPTY("InvalidParameterValue.ImageEmpty", CALLER, "The picture is empty.", "图片为空。"),
  LIMIT_EXCEED(
      "InvalidParameterValue.LimitExceed",
      CALLER,
      "%1$s must be from %2$s to %3$s.",
      "%1$s 的取值范围为 %2$s 到 %3$s。"),
  NO_FACE_IN_GROUPS(
      "InvalidParameterValue.NoFaceInGroups",
      CALLER,
      "There is no face in the groups that GroupIds names.",
      "GroupIds 指定的人员库中没有人脸。"),
  NO_FACE_IN_PHOTO(
      "InvalidParameterValue.NoFaceInPhoto",
      CALLER,
      "No face was found in the picture.",
      "图片中没有检测到人脸。"),
  OFFSET_EXCEED(
      "InvalidParameterValue.OffsetExceed",
      CALLER,
      "Offset lies beyond the end of the list, which has %1$s entries.",
      "Offset 超出列表末尾，列表共 %1$s 项。"),
  PERSON_EX_DESCRIPTION_INFOS_EXCEED(
      "InvalidParameterValue.PersonExDescriptionInfosExceed",
      CALLER,
      "PersonExDescriptionInfos may have at most %1$s entries.",
      "PersonExDescriptionInfos 最多 %1$s 项。"),
  PERSON_EX_DESCRIPTIONS_NAME_IDENTICAL(
      "InvalidParameterValue.PersonExDescriptionsNameIdentical",
      CALLER,
      "Each description field may be given once; field %1$s stands twice.",
      "每个描述字段只能给出一次：字段 %1$s 重复。"),
  PERSON_EX_DESCRIPTIONS_NAME_ILLEGAL(
      "InvalidParameterValue.PersonExDescriptionsNameIllegal",
      CALLER,
      "PersonExDescription has a character that is not allowed.",
      "PersonExDescription 含有不允许的字符。"),
  PERSON_EX_DESCRIPTIONS_NAME_TOO_LONG(
      "InvalidParameterValue.PersonExDescriptionsNameTooLong",
      CALLER,
      "PersonExDescription may have at most %1$s characters.",
      "PersonExDescription 最长 %1$s 个字符。"),
  PERSON_EXIST_IN_GROUP(
      "InvalidParameterValue.PersonExistInGroup",
      CALLER,
      "The person is in the group already.",
      "该人员已在此人员库中。"),
  PERSON_FACE_NUM_EXCEED(
      "InvalidParameterValue.PersonFaceNumExceed",
      CALLER,
      "A person may have at most %1$s faces.",
      "一个人员最多可有 %1$s 张人脸。"),
  PERSON_GENDER_ILLEGAL(
      "InvalidParameterValue.PersonGenderIllegal",
      CALLER,
      "Gender must be 0 (not given), 1 (male) or 2 (female).",
      "Gender 须为 0（未填写）、1（男）或 2（女）。"),
  PERSON_ID_ALREADY_EXIST(
      "InvalidParameterValue.PersonIdAlreadyExist",
      CALLER,
      "PersonId %1$s is taken.",
      "PersonId %1$s 已存在。"),
  PERSON_ID_ILLEGAL(
      "InvalidParameterValue.PersonIdIllegal",
      CALLER,
      "PersonId may have letters, digits and -%%@#&_ only, and at least one of them.",
      "PersonId 只支持英文、数字和 -%%@#&_，且不能为空。"),
  PERSON_ID_NOT_EXIST(
      "InvalidParameterValue.PersonIdNotExist", CALLER, "There is no person %1$s.", "人员 %1$s 不存在。"),
  PERSON_ID_TOO_LONG(
      "InvalidParameterValue.PersonIdTooLong",
      CALLER,
      "PersonId may have at most %1$s bytes.",
      "PersonId 最长 %1$s 字节。"),
  PERSON_NAME_ILLEGAL(
      "InvalidParameterValue.PersonNameIllegal",
      CALLER,
      "PersonName has a character that is not allowed, or none.",
      "PersonName 为空或含有不允许的字符。"),
  PERSON_NAME_TOO_LONG(
      "InvalidParameterValue.PersonNameTooLong",
      CALLER,
      "PersonName must have 1 to %1$s characters.",
      "PersonName 的长度为 1 到 %1$s 个字符。"),
  QUALITY_CONTROL_ILLEGAL(
      "InvalidParameterValue.QualityControlIllegal",
      CALLER,
      "QualityControl must be from 0 to 4.",
      "QualityControl 的取值范围为 0 到 4。"),
  SEARCH_PERSONS_EXCEED(
      "InvalidParameterValue.SearchPersonsExceed",
      CALLER,
      "%1$s must be from 1 to %2$s.",
      "%1$s 的取值范围为 1 到 %2$s。"),
  UNIQUE_PERSON_CONTROL_ILLEGAL(
      "InvalidParameterValue.UniquePersonControlIllegal",
      CALLER,
      "UniquePersonControl must be from %1$s to %2$s.",
      "UniquePersonControl 的取值范围为 %1$s 到 %2$s。"),
  UNSUPPORTED_GROUP_FACE_MODEL_VERSION(
      "InvalidParameterValue.UnsupportedGroupFaceModelVersion",
      CALLER,
      "This needs face model version 3.0 or newer; the group or person has %1$s.",
      "该操作需要 3.0 及以上的算法模型版本，当前为 %1$s。"),
  UPLOAD_FACE_NUM_EXCEED(
      "InvalidParameterValue.UploadFaceNumExceed",
      CALLER,
      "Images and Urls may have at most %1$s pictures in one request.",
      "Images 和 Urls 一次最多 %1$s 张图片。"),
  URL_ILLEGAL(
      "InvalidParameterValue.UrlIllegal", CALLER, "The Url cannot be used: %1$s.", "Url 不可用：%1$s。"),
  ERROR_FACE_NUM_EXCEED(
      "LimitExceeded.ErrorFaceNumExceed",
      CALLER,
      "MaxFaceNum must be from 1 to %1$s.",
      "MaxFaceNum 的取值范围为 1 到 %1$s。"),
  SEARCHED_FACES_EXCEED(
      "FailedOperation.SearchFacesExceed",
      CALLER,
      "The groups to be searched hold more than %1$s faces together; name fewer groups.",
      "所搜索人员库的人脸总数超过 %1$s，请减少人员库。"),
  ERROR_PARAMETER_EMPTY(
      "MissingParameter.ErrorParameterEmpty",
      CALLER,
      "%1$s is missing or empty.",
      "缺少参数或参数为空：%1$s。");

  private final String code;
  private final ErrorCategory category;
  private final String english;
  private final String chinese;

  IaiError(String code, ErrorCategory category, String english, String chinese) {
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
