"""The TCP sockets that a process has open to a port, with their keepalive: python3 socket-options.py PID PORT

Linux 5.6 or newer, and the right to trace the process. Exits 3, and says why, where that is not given.
"""

import ctypes
import json
import os
import socket
import sys

PIDFD_GETFD = 438
TCP_USER_TIMEOUT = 18


def options(sock):
    def tcp(option):
        return sock.getsockopt(socket.IPPROTO_TCP, option)

    return {
        "on": sock.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE) != 0,
        "idle": tcp(socket.TCP_KEEPIDLE),
        "interval": tcp(socket.TCP_KEEPINTVL),
        "count": tcp(socket.TCP_KEEPCNT),
        "userTimeout": tcp(TCP_USER_TIMEOUT),
    }


def is_socket(pid, fd):
    try:
        return os.readlink(f"/proc/{pid}/fd/{fd}").startswith("socket:")
    except FileNotFoundError:
        return False


def main(pid, port):
    libc = ctypes.CDLL(None, use_errno=True)
    process = os.pidfd_open(pid)
    found = []
    for fd in filter(lambda fd: is_socket(pid, fd), os.listdir(f"/proc/{pid}/fd")):
        copy = libc.syscall(PIDFD_GETFD, process, int(fd), 0)
        if copy < 0:
            raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
        with socket.socket(fileno=copy) as sock:
            if sock.family not in (socket.AF_INET, socket.AF_INET6) or sock.type != socket.SOCK_STREAM:
                continue
            try:
                peer = sock.getpeername()[1]
            except OSError:
                continue
            if peer == port:
                found.append(options(sock))
    print(json.dumps(found))


try:
    main(int(sys.argv[1]), int(sys.argv[2]))
except (OSError, AttributeError) as error:
    print(error, file=sys.stderr)
    sys.exit(3)
