"""What several test modules use: places, the dashboard as a process, the command line, made-up catalogues."""
