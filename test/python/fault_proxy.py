"""A proxy between a client and an instance that spoils answers to the start of a task."""

import http.client
import json
import socket
import struct
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

START = "/public/api/v3/tasks.run.app"

# What happens to a start: an answer is spoiled after the instance has created the task, unless it says "before".
FAULTS = (
    "none",
    "reset before",
    "reset",
    "500",
    "502",
    "503",
    "504",
    "429",
    "garbage",
    "empty list",
    "refused before",
)


class FaultProxy:
    """Forwards everything; to the n-th start it does the n-th of the faults, to those after the last it does none."""

    def __init__(self, upstream, faults=()):
        self.faults = list(faults)
        self.bodies = []
        self.created = []
        self.silent = threading.Event()
        self._upstream = urlsplit(upstream).netloc
        proxy = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.0"

            def do_POST(self):
                proxy.handle(self)

            do_GET = do_POST

            def log_message(self, *_):
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.silent.set()
        self._server.shutdown()
        self._server.server_close()

    def handle(self, request):
        body = request.rfile.read(int(request.headers.get("content-length") or 0))
        fault = "none"
        if request.path == START:
            self.bodies.append(json.loads(body))
            fault = self.faults.pop(0) if self.faults else "none"
        if fault == "reset before":
            return reset(request)
        if fault == "refused before":
            return answer(request, 400, b'{"error":"refused"}')
        status, kind, content = self._forward(request, body)
        if request.path == START and status == 200:
            self.created.append(json.loads(content)[0]["taskId"])
        if fault == "reset":
            return reset(request)
        if fault == "hang":
            self.silent.wait()
            return reset(request)
        if fault == "garbage":
            return answer(request, 200, b"<html>")
        if fault == "empty list":
            return answer(request, 200, b"[]")
        if fault.isdigit():
            return answer(request, int(fault), b'{"error":"spoiled"}')
        answer(request, status, content, kind)

    def _forward(self, request, body):
        headers = {name: value for name, value in request.headers.items() if name.lower() not in ("host", "connection")}
        connection = http.client.HTTPConnection(self._upstream, timeout=120)
        try:
            connection.request(request.command, request.path, body, headers)
            response = connection.getresponse()
            return response.status, response.getheader("content-type"), response.read()
        finally:
            connection.close()


def answer(request, status, content, kind="application/json"):
    request.send_response(status)
    request.send_header("content-type", kind or "application/json")
    request.send_header("content-length", str(len(content)))
    request.end_headers()
    request.wfile.write(content)


def reset(request):
    """Closes the connection with a reset, without an answer."""
    request.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    request.close_connection = True
    request.connection.close()
