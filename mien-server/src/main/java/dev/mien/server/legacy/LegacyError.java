package dev.mien.server.legacy;

import static dev.mien.server.protocol.ErrorCategory.CALLER;
import static dev.mien.server.protocol.ErrorCategory.LIMIT;
import static dev.mien.server.protocol.ErrorCategory.SERVER;

import dev.mien.server.protocol.ErrorCategory;
import dev.mien.server.protocol.ErrorCode;

/** The errors of the legacy API: those of its reference that this server has a use for. */
public enum LegacyError implements ErrorCode {
  BAD_REQUEST(3, CALLER, "The request cannot be understood: %s.", "错误的请求：%s。"),
  SIGNATURE_ABSENT(
      4,
      CALLER,
      "There is no signature: the Authorization header is empty.",
      "签名为空，请检查 Authorization 头部。"),
  SIGNATURE_MALFORMED(
      5,
      CALLER,
      "The signature cannot be read. It is Base64 of the MAC and the fields a, k, t, e and others.",
      "签名串错误，应为 MAC 与 a、k、t、e 等字段的 Base64 编码。"),
  TARGET_MISMATCH(
      6,
      CALLER,
      "The AppId or bucket in the signature is not that of the request.",
      "签名中的 AppID/存储桶与操作目标不匹配。"),
  SIGNATURE_EXPIRED(9, CALLER, "The signature has expired.", "签名已过期。"),
  APP_ID_UNKNOWN(10, CALLER, "There is no account with the AppId of the signature.", "AppID 不存在。"),
  SECRET_ID_UNKNOWN(
      11,
      CALLER,
      "No active key has this SecretId. Was it disabled or copied incompletely?",
      "SecretId 不存在或已禁用。"),
  APP_ID_OF_ANOTHER(
      12, CALLER, "The AppId is not that of the SecretId's account.", "AppID 和 SecretId 不匹配。"),
  REPLAYED(13, CALLER, "The signature is for one use, and was used.", "重放攻击：单次有效的签名已被使用。"),
  SIGNATURE_WRONG(
      14,
      CALLER,
      "The signature was not made with the key of this SecretId.",
      "签名校验失败，请检查 SecretKey。"),
  TOO_FREQUENT(
      15,
      LIMIT,
      "The server is busy, or the same person or group is being changed. Try again later.",
      "操作太频繁，请稍后重试。"),
  INVALID_PARAMETER(21, CALLER, "Parameter %s: %s.", "参数 %s 无效：%s。"),
  BODY_TOO_LARGE(23, CALLER, "The request or a picture in it is too large: %s.", "请求包体过大：%s。"),
  CALL_RETIRED(
      24, CALLER, "Call %s is not offered by this server: see IAI.", "接口 %s 已下线，请使用新版人脸识别。"),
  INTERNAL(213, SERVER, "The server failed. Its log has details.", "内部错误，请查看服务日志。"),
  NO_FACE(
      -1101,
      CALLER,
      "No face of at least %s pixels is found in the picture.",
      "人脸检测失败：图片中没有边长不小于 %s 像素的人脸。"),
  PICTURE_UNREADABLE(-1102, CALLER, "The picture cannot be decoded: %s.", "图片解码失败：%s。"),
  FEATURES_UNUSABLE(
      -1103,
      CALLER,
      "The faces cannot be compared: the models have been exchanged since %s was enrolled.",
      "特征处理失败：%s 入库后模型已更换。"),
  STORE_FAILED(
      -1200,
      SERVER,
      "The gallery could not be read or written. The log of the server has details.",
      "特征存储错误，请查看服务日志。"),
  STORE_FULL(
      -1200,
      LIMIT,
      "The server's disk is full, so nothing was changed. Try again when its operator has made"
          + " room.",
      "特征存储错误：服务器磁盘已满，未做任何修改。"),
  STORE_READ_ONLY(
      -1200,
      LIMIT,
      "The server's disk takes no writes, so nothing was changed. Its operator must make it"
          + " writable.",
      "特征存储错误：服务器磁盘不可写，未做任何修改。"),
  PICTURE_EMPTY(-1300, CALLER, "The picture is absent or empty: parameter %s.", "图片为空：参数 %s。"),
  PARAMETER_EMPTY(-1301, CALLER, "Parameter %s is absent or empty.", "参数 %s 为空。"),
  PERSON_EXISTS(-1302, CALLER, "Person %s exists already.", "个体 %s 已存在。"),
  PERSON_UNKNOWN(-1303, CALLER, "There is no person %s.", "个体 %s 不存在。"),
  PARAMETER_TOO_LONG(
      -1304, CALLER, "Parameter %s is longer than %s characters.", "参数 %s 过长，最多 %s 个字符。"),
  FACE_UNKNOWN(-1305, CALLER, "There is no such face: %s.", "人脸 %s 不存在。"),
  GROUP_UNKNOWN(-1306, CALLER, "There is no group %s.", "组 %s 不存在。"),
  GROUPS_UNKNOWN(-1307, CALLER, "The person is in none of these groups.", "组列表不存在：个体不在其中任何一组。"),
  URL_FAILED(-1308, CALLER, "The picture cannot be downloaded: %s.", "url 图片下载失败：%s。"),
  FACES_TOO_MANY(-1309, LIMIT, "There would be more faces than allowed (%s).", "人脸个数超过限制（%s）。"),
  PERSONS_TOO_MANY(-1310, LIMIT, "There would be more persons than allowed (%s).", "个体个数超过限制（%s）。"),
  GROUPS_TOO_MANY(-1311, LIMIT, "There would be more groups than allowed (%s).", "组个数超过限制（%s）。"),
  NEARLY_IDENTICAL(
      -1312,
      CALLER,
      "The person has a face that is 99 %% or more similar.",
      "对个体添加了相似度为 99%% 及以上的人脸。"),
  PARAMETER_ILLEGAL(
      -1313, CALLER, "Parameter %s has characters that are not allowed.", "参数 %s 不合法，含有不允许的特殊字符。"),
  FORMAT_ILLEGAL(
      -1400, CALLER, "The file is not a picture of a format that is accepted: %s.", "非法的图片格式：%s。"),
  DOWNLOAD_TOO_LARGE(-1403, CALLER, "The download of the picture was ended: %s.", "图片下载失败：%s。");

  private final int number;
  private final ErrorCategory category;
  private final String english;
  private final String chinese;

  LegacyError(int number, ErrorCategory category, String english, String chinese) {
    this.number = number;
    this.category = category;
    this.english = english;
    this.chinese = chinese;
  }

  /** The code on the wire, which is a number. */
  public int number() {
    return number;
  }

  @Override
  public String code() {
    return Integer.toString(number);
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
