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
  host     = aws_rds_cluster.shop.endpoint
  username = "admin"
}

resource "aws_rds_cluster" "shop" {
  cluster_identifier              = "shop"
  engine                          = "aurora-postgresql"
  engine_version                  = "16.4"
  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.shop-cluster.name
  tags                            = { service = "shop" }
}

resource "aws_rds_cluster_instance" "shop" {
  for_each                = toset(["one", "two", "three"])
  identifier              = "shop-${each.key}"
  cluster_identifier      = aws_rds_cluster.shop.id
  engine                  = aws_rds_cluster.shop.engine
  instance_class          = "db.r7g.large"
  db_parameter_group_name = aws_db_parameter_group.shop-instances.name
}

resource "aws_rds_cluster_parameter_group" "shop-cluster" {
  name   = "shop-cluster"
  family = "aurora-postgresql16"
  parameter {
    name  = "statement_timeout"
    value = "60000"
  }
  parameter {
    name  = "tcp_keepalives_idle"
    value = "120"
  }
  parameter {
    name  = "idle_session_timeout"
    value = "900000"
  }
}

resource "aws_db_parameter_group" "shop-instances" {
  name   = "shop-instances"
  family = "aurora-postgresql16"
  parameter {
    name  = "log_min_duration_statement"
    value = "4000"
  }
}

locals {
  limits = { web = 20000, report = 900000, migrate = 0 }
}

resource "postgresql_role" "limited" {
  for_each          = local.limits
  name              = each.key
  login             = true
  statement_timeout = each.value
}
