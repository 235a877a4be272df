const char *name_at(unsigned index);
