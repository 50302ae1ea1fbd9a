"""Runs a program on a terminal of its own: terminal.py FOLDER PROGRAM [ARGUMENT…]. What it showed goes to standard output."""
import os, pty, sys

os.chdir(sys.argv[1])
status = pty.spawn(sys.argv[2:])
sys.exit(os.waitstatus_to_exitcode(status))
