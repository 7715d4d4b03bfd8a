// stands for the loader
