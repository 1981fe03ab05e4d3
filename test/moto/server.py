"""moto, an emulator of AWS, on a free port of the loopback. It ends with whoever started it: when standard input does."""

import os
import sys
import threading

from moto.server import main


def end_with_standard_input() -> None:
    sys.stdin.read()
    os._exit(0)


threading.Thread(target=end_with_standard_input, daemon=True).start()
main(["-H", "127.0.0.1", "-p", "0"])
