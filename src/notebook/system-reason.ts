/** What the operating system refused, in words of the reader's. */
const reasons: Readonly<Record<string, string>> = {
  EACCES: "没有权限 / no permission",
  EADDRNOTAVAIL: "没有这个网络地址 / no such network address",
  EAGAIN: "进程太多 / too many processes",
  EBUSY: "正在被别的程序使用 / in use by another program",
  EDQUOT: "磁盘配额用完了 / the disk quota is used up",
  EEXIST: "已经有了 / exists already",
  EFBIG:
    "超过文件大小的限额，请提高 ulimit -f / beyond the limit on a file's size: raise ulimit -f",
  EIO: "磁盘出错 / the disk failed",
  EISDIR: "是文件夹 / a folder",
  ELOOP: "符号链接绕成了圈 / symbolic links in a circle",
  EMFILE: "打开的文件太多，请提高 ulimit -n / too many open files: raise ulimit -n",
  ENAMETOOLONG: "文件名太长 / the file name is too long",
  ENFILE: "系统打开的文件太多 / the system has too many open files",
  ENOENT: "没有这个文件或文件夹 / no such file or folder",
  ENOMEM: "内存不够 / out of memory",
  ENOSPC: "磁盘满了 / the disk is full",
  ENOTDIR: "路径里有的不是文件夹 / not a folder on the way",
  // Ours, of readRegularFile: the system would wait, or let the device be replaced.
  ENOTREG: "是管道或设备，不是普通文件 / a pipe or a device, not a regular file",
  ENOTEMPTY: "文件夹不空 / the folder is not empty",
  EPERM: "不允许 / not permitted",
  EROFS: "只读的文件系统 / a read-only file system",
  ESTALE: "网络上的文件没有了 / a file on the network is gone",
  ETXTBSY: "正在运行的程序不能改写 / a program that runs cannot be written",
};

/** Why the system refused, or undefined for an error that is not the system's. */
export function systemReason(error: unknown): string | undefined {
  const { code } = (error ?? {}) as NodeJS.ErrnoException;
  return typeof code === "string" && Object.hasOwn(reasons, code) ? reasons[code] : undefined;
}
