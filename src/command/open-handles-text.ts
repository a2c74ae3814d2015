import type { OpenHandle } from "../kernel/run-result";

const words: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  timer: ["定时器", "timers"],
  child: ["子进程", "child processes"],
  socket: ["网络连接", "sockets"],
  udp: ["UDP 端口", "UDP sockets"],
  server: ["服务", "servers"],
  pipe: ["管道", "pipes"],
  worker: ["工作线程", "workers"],
  request: ["未完成的请求", "requests in flight"],
};

/** What is said of what cells left open: errors in it can no longer be seen. */
export function openHandlesText(open: readonly OpenHandle[]): string {
  const part = ({ kind, count, names }: OpenHandle, language: 0 | 1): string => {
    const word = words[kind]?.[language] ?? kind;
    const few = names.length > 0 ? ` (${names.join("; ")})` : "";
    return language === 0 ? `${count} 个${word}${few}` : `${word}: ${count}${few}`;
  };
  const zh = open.map((handle) => part(handle, 0)).join("，");
  const en = open.map((handle) => part(handle, 1)).join(", ");
  return `运行结束时还开着，随内核一起结束，其中的错误看不到了：${zh} / still open at the end, ended with the kernel, errors in it go unseen: ${en}`;
}
