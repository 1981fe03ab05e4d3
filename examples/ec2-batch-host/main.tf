terraform {
  required_providers {
    aws        = { source = "hashicorp/aws" }
    postgresql = { source = "cyrilgdn/postgresql" }
  }
}

provider "aws" {
  region = "eu-central-1"
}

provider "postgresql" {
  host     = aws_db_instance.warehouse.address
  username = "admin"
}

# How long its network interface remembers an idle connection is not set, so the instance type decides: 350 s or 5 days.
resource "aws_launch_template" "batch" {
  name          = "batch"
  image_id      = "ami-0123456789abcdef0"
  instance_type = "c8g.xlarge"
}

resource "aws_instance" "batch" {
  subnet_id = aws_subnet.private.id
  launch_template {
    id      = aws_launch_template.batch.id
    version = "$Latest"
  }
}

# No flow_timeouts: the default of 350 s applies.
resource "aws_networkfirewall_firewall_policy" "inspection" {
  name = "inspection"
  firewall_policy {
    stateless_default_actions          = ["aws:forward_to_sfe"]
    stateless_fragment_default_actions = ["aws:forward_to_sfe"]
  }
}

# The values of a Linux machine, copied: the database probes a silent client every 2 h only.
resource "aws_db_parameter_group" "warehouse-pg16" {
  name   = "warehouse-pg16"
  family = "postgres16"
  parameter {
    name  = "tcp_keepalives_idle"
    value = "7200"
  }
  parameter {
    name  = "tcp_keepalives_interval"
    value = "75"
  }
  parameter {
    name  = "tcp_keepalives_count"
    value = "9"
  }
}

resource "aws_db_instance" "warehouse" {
  identifier           = "warehouse"
  engine               = "postgres"
  engine_version       = "16.4"
  instance_class       = "db.m7g.large"
  parameter_group_name = aws_db_parameter_group.warehouse-pg16.name
}

resource "postgresql_role" "loader" {
  name              = "loader"
  login             = true
  statement_timeout = 18000000
}

resource "postgresql_role" "rollup" {
  name              = "rollup"
  login             = true
  statement_timeout = 1800000
}
