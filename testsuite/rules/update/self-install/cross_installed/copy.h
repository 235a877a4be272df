int copy_file(int in, const char *to);
