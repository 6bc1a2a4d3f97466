"""How the process that draws begins what it says: the kind of error, or none, and how many bytes follow."""

import struct

NOT_HELD = "not held"
KINDS = ("", NOT_HELD, "NoPageError", "UndrawableError")
REPLY = struct.Struct(">BQ")
