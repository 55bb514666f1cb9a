package dev.mien.server.vod;

import static dev.mien.server.protocol.ErrorCategory.CALLER;
import static dev.mien.server.protocol.ErrorCategory.LIMIT;
import static dev.mien.server.protocol.ErrorCategory.SERVER;

import dev.mien.server.protocol.ErrorCategory;
import dev.mien.server.protocol.ErrorCode;

/** The errors of the VOD actions, beyond those that all families share. */
enum VodError implements ErrorCode {
  VIDEO_DOWNLOAD_FAILED(
      "FailedOperation", LIMIT, "The video cannot be downloaded: %1$s.", "视频下载失败：%1$s。"),
  VIDEO_UNREADABLE(
      "FailedOperation", CALLER, "No faces can be looked for in the video: %1$s.", "无法处理该视频：%1$s。"),
  STOPPING(
      "FailedOperation",
      LIMIT,
      "The server stopped while it looked at the video. Try again.",
      "服务在处理视频时停止，请重试。"),
  INVALID_VOD_USER(
      "FailedOperation.InvalidVodUser",
      SERVER,
      "This server does not look at videos: %1$s.",
      "本服务未开通视频处理：%1$s。"),
  VIDEO_NOT_ACCEPTED(
      "InvalidParameter",
      CALLER,
      "Parameter FileInfos.0: the video is not accepted: %1$s.",
      "参数 FileInfos.0 不正确：视频不符合要求：%1$s。"),
  URL_NOT_ALLOWED(
      "InvalidParameter",
      CALLER,
      "Parameter FileInfos.0.Url: %1$s.",
      "参数 FileInfos.0.Url 不正确：%1$s。"),
  FILE_ID(
      "InvalidParameterValue.FileId",
      CALLER,
      "The FileId does not exist. Videos get one by: mien media add FILE.",
      "FileId 不存在，可通过 mien media add FILE 添加视频获得。"),
  SESSION_CONTEXT_TOO_LONG(
      "InvalidParameterValue.SessionContextTooLong",
      CALLER,
      "SessionContext has more than %1$s characters.",
      "SessionContext 超过 %1$s 个字符。"),
  SESSION_ID(
      "InvalidParameterValue.SessionId",
      CALLER,
      "A task with this SessionId was asked for in the last three days.",
      "三天内已有相同 SessionId 的任务，本次请求被去重。"),
  SESSION_ID_TOO_LONG(
      "InvalidParameterValue.SessionIdTooLong",
      CALLER,
      "SessionId has more than %1$s characters.",
      "SessionId 超过 %1$s 个字符。"),
  SUB_APP_ID(
      "InvalidParameterValue.SubAppId",
      CALLER,
      "SubAppId must be positive.",
      "参数值错误：SubAppId 必须为正整数。"),
  TASK_ID(
      "InvalidParameterValue.TaskId",
      CALLER,
      "The account has no task of this TaskId. Tasks are told of for three days.",
      "任务 ID 不存在，仅可查询三天内的任务。"),
  UNAUTHORIZED_OPERATION(
      "UnauthorizedOperation", CALLER, "The operation is not authorised.", "未授权操作。");

  private final String code;
  private final ErrorCategory category;
  private final String english;
  private final String chinese;

  VodError(String code, ErrorCategory category, String english, String chinese) {
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
