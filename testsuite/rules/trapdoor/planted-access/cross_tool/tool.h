int append(const char *path, const char *line);
