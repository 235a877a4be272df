void be_called(const char *name);
